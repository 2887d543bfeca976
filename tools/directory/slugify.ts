const folded: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ə: 'e',
  ǝ: 'e',
  ħ: 'h',
}

/** Lower-case ASCII words joined by hyphens; accents and ligatures are folded, anything else separates. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[œæßøđðþłıəǝħʼʻ‘’`´]/gu, (letter) => folded[letter] ?? apart(letter))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
}

// Letters that mean a breathing vanish; an apostrophe between words separates them.
function apart(letter: string): string {
  return letter === '’' || letter === '‘' ? ' ' : ''
}
