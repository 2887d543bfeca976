/**
 * The form in which texts and queries are compared: lower case without Latin accents, ligatures and
 * full-width forms written out, one space between words. Folding twice changes nothing; Hangul stays in
 * composed syllables.
 */
export function fold(text: string): string {
  if (isFolded.test(text)) return text
  const lower = text.toLowerCase()
  if (isPlain.test(lower)) return lower.replace(plainGap, ' ').trim()
  if (isLatin.test(lower)) return lower.replace(accented, latinLetter).replace(gap, ' ').trim()
  const narrow = text
    .toWellFormed()
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  return withoutAccents(narrow.toLowerCase()).replace(gap, ' ').trim()
}

const isFolded = /^[a-z0-9가-힣]+(?: [a-z0-9가-힣]+)*$/
const isPlain = /^[\0-\x7f]*$/
const isLatin = /^[\0-\u024f]*$/
const accented = /[\x80-\u024f]/g
const plainGap = /[^a-z0-9]+/g
const fullWidth = /[\uff01-\uff5e]/g
const accents = /[\u0300-\u036f]/g

// Marks are kept inside words: without them the vowel signs of Hindi or Thai would cut every word in pieces.
const gap = /[^\p{L}\p{M}\p{N}]+/gu

// Letters that no decomposition takes apart, and the pairs into which Korean keyboards join two initial
// consonants.
const spelled: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
}
const letters = new RegExp(`[${Object.keys(spelled).join('')}]`, 'g')

// Most names have letters of Western Europe alone: the result of the full folding is kept for each of these.
const latinLetters = new Map<string, string>()

function latinLetter(letter: string): string {
  const known = latinLetters.get(letter)
  if (known !== undefined) return known
  const plain = withoutAccents(letter)
  latinLetters.set(letter, plain)
  return plain
}

const withoutAccents = (lower: string) =>
  lower
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(letters, (letter) => spelled[letter] ?? letter)
