/** The words of a page as people read them, with one kind of space. */
export function pageWords(html: string): string {
  return html
    .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll(/[\s\u00a0\u202f\u2060]+/g, ' ')
    .trim()
}
