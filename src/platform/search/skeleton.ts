/**
 * The key under which misspelt names and old romanisations meet: consonants by the way they sound with the
 * class of the first letter (Busan and Pusan → BSN; Incheon → ANJN, Icheon → AJN), initial consonants for
 * Hangul (밀양 → ㅁㅇ). Takes a folded name; letters of other scripts stay as they are. At most 24 letters.
 */
export function skeleton(foldedName: string): string {
  let key = ''
  let previous = ''
  for (const letter of foldedName.replaceAll(' ', '').replaceAll('ch', 'j')) {
    const sound = soundOf(letter, key === '')
    if (sound !== previous || isSyllable(letter)) key += sound
    previous = sound
    if (key.length >= 24) break
  }
  return key
}

/**
 * The keys one slip away from a key: a sound left out, swapped with the next, replaced by another or added.
 * Each once, without the key itself, at most 400.
 */
export function skeletonNeighbours(key: string): string[] {
  const letters = Array.from(key)
  const alphabet = letters.every((sound) => initials.includes(sound)) ? initials : latinSounds
  const found = new Set<string>()
  const splice = (at: number, without: number, ...added: string[]) => {
    if (found.size <= 400) found.add(letters.toSpliced(at, without, ...added).join(''))
  }
  for (const [at, sound] of letters.entries()) {
    splice(at, 1)
    splice(at, 2, ...letters.slice(at + 1, at + 2), sound)
  }
  for (const at of letters.keys()) for (const sound of alphabet) splice(at, 1, sound)
  for (let at = 0; at <= letters.length; at += 1) for (const sound of alphabet) splice(at, 0, sound)
  return [...found].filter((neighbour) => neighbour !== key && neighbour !== '').slice(0, 400)
}

const initials = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')
const latinSounds = Array.from('AHBDGJLMNSFVX')

const sounds = ['B pb', 'D td', 'G kgcq', 'J j', 'L rl', 'M m', 'N n', 'S sz', 'F f', 'V v', 'X x']
const consonants = new Map(
  sounds.flatMap((group) => Array.from(group.slice(2), (letter) => [letter, group.slice(0, 1)] as const)),
)

// Romanisations and misspellings differ most in a vowel, y, w or h inside a name; at the beginning it counts.
function soundOf(letter: string, isFirst: boolean): string {
  if (isSyllable(letter))
    return initials[Math.floor((letter.charCodeAt(0) - firstSyllable) / perInitial)] ?? ''
  if (!/[a-z]/.test(letter)) return letter
  const silent = letter === 'h' ? 'H' : 'A'
  return consonants.get(letter) ?? (isFirst ? silent : '')
}

const firstSyllable = 0xac00
const perInitial = 588

function isSyllable(letter: string): boolean {
  return letter >= '가' && letter <= '힣'
}
