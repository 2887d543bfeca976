/** The fields of a form in a page, as a browser would send them untouched. */
export function readFields(html: string): Record<string, string | string[]> {
  const form = html.match(/<form method="post"[^>]*data-autosave[\s\S]*?<\/form>/)?.[0] ?? html
  const fields: Record<string, string | string[]> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1]
    const name = attribute('name')
    const isBox = /type="(radio|checkbox)"/.test(tag)
    if (!name || / disabled|type="image"/.test(tag) || (isBox && !/ checked/.test(tag))) continue
    const value = plain(attribute('value') ?? '')
    fields[name] = /type="checkbox"/.test(tag) && name in fields ? [fields[name] ?? [], value].flat() : value
  }
  for (const [, name = '', value = ''] of form.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = plain(value)
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = plain(options.match(/<option value="([^"]*)"[^>]* selected/)?.[1] ?? '')
  return fields
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
