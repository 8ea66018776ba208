// A renderer for those who use effect: the promise becomes an Effect whose failure is the renderer's typed error.
import { type Document, type RenderContext, type Rendered, RenderError, type Renderer } from "@danvan/document"
import * as Effect from "effect/Effect"

/**
 * Lifts a renderer. What is not a `RenderError` is a defect.
 *
 * @example
 * const program = toEffect(pdf())(document)
 * const { bytes } = await Effect.runPromise(program)
 */
export const toEffect =
  (renderer: Renderer) =>
  (document: Document, context?: RenderContext): Effect.Effect<Rendered, RenderError> =>
    Effect.tryPromise({ try: () => renderer.render(document, context), catch: (cause) => cause }).pipe(
      Effect.catch((cause) => (cause instanceof RenderError ? Effect.fail(cause) : Effect.die(cause))),
    )
