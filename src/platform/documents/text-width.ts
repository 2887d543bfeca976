/** The approximate width of a text in pixels: labels must be placed where nothing can be measured. Errs on the wide side. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size
}

/** The text, cut with an ellipsis if it would be wider than `width` pixels. */
export function cutToWidth(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}

function emsOf(character: string): number {
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]/.test(character)) return 0.9
  if (/[ iIjlft.,:;'’|()·-]/.test(character)) return 0.32
  if (/[mwMW@%—…]/.test(character)) return 0.9
  return /\p{Lu}/u.test(character) ? 0.7 : 0.58
}
