#!/usr/bin/env bash
# Checks what came in. Ends with 0 when nothing is wrong, 1 when something is held back, 3 when a file could not be read.
# FORMAT is text, json, ndjson, sarif, junit or github; DANVAN is the command, where it is not on the path.
cd "$(dirname "$0")/.." || exit 2
exec ${DANVAN:-danvan} validate submissions/* --org organisations.json --catalogue catalogue.json --period 2024-H1 --format "${FORMAT:-text}"
