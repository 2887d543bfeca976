/**
 * The words of a folded text without those that only link others (« de », “of”), or all when it has no
 * others.
 */
export function tellingWords(folded: string): string[] {
  const words = folded.split(' ')
  const telling = words.filter((word) => !links.has(word))
  return telling.length > 0 ? telling : words
}

const links = new Set([
  ...[
    'a',
    'au',
    'aux',
    'd',
    'de',
    'des',
    'du',
    'en',
    'et',
    'l',
    'la',
    'le',
    'les',
    'ou',
    'par',
    'pour',
    'sur',
  ],
  ...['an', 'and', 'at', 'for', 'in', 'of', 'on', 'the', 'to'],
  ...['da', 'del', 'der', 'di', 'do', 'dos', 'el', 'und', 'y'],
])
