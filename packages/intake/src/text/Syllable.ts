// Whether a word can be a Vietnamese syllable: an onset, a rime, a tone that the rime can bear. For telling encodings
// apart by counting over many words; never for judging one word, because names of places and foreign words may be none.

const onsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
  .split(" ")
  .toSorted((a, b) => b.length - a.length)

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu
  ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yt`.split(/\s+/),
)

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * Whether a word is built like a Vietnamese syllable, in whatever case; in NFC or not. Before c, ch, p and t there are only two tones.
 *
 * @example
 * isSyllable("Nghiệp") // true
 * isSyllable("C«ng") // false
 * isSyllable("tàch") // false
 */
export const isSyllable = (word: string): boolean => {
  const apart = word.toLowerCase().normalize("NFD")
  const tones = apart.match(tone) ?? []
  if (tones.length > 1) return false
  const bare = apart.replace(tone, "").normalize("NFC")
  const isStopped = /(?:[cpt]|ch)$/.test(bare)
  if (isStopped && !/[\u0301\u0323]/.test(tones[0] ?? "")) return false
  return ["", ...onsets].some((onset) => bare.startsWith(onset) && rimes.has(bare.slice(onset.length)))
}
