/** The fields of a form in a page, as a browser would send them untouched. */
export function readFields(html: string): Record<string, string | string[]> {
  const form = html.match(/<form method="post"[^>]*data-autosave[\s\S]*?<\/form>/)?.[0] ?? html
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    fields[name] = name in fields ? [fields[name] ?? [], value].flat() : value
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    // An empty value is drawn as the bare name of its attribute.
    const attribute = (name: string) => {
      const [found, value = ''] = tag.match(new RegExp(` ${name}(?:="([^"]*)")?(?=[ />])`)) ?? []
      return found === undefined ? undefined : value
    }
    const name = attribute('name')
    const type = attribute('type') ?? 'text'
    const isBox = type === 'radio' || type === 'checkbox'
    if (!name || / disabled/.test(tag) || type === 'image' || (isBox && !/ checked/.test(tag))) continue
    add(name, isBox ? plain(attribute('value') ?? 'on') : asHeld(type, plain(attribute('value') ?? '')))
  }
  // The parser drops a line end at the beginning, and a form sends CRLF.
  for (const [, name = '', value = ''] of form.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    add(name, plain(value.replace(/^\n/, '')).replaceAll(/\r\n?|\n/g, '\r\n'))
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    add(name, plain(chosenIn(options)))
  // Of lists beside boxes those left alone say nothing.
  for (const [name, value] of Object.entries(fields)) {
    if (!Array.isArray(value) || !value.includes('')) continue
    const chosen = value.filter((each) => each !== '')
    const [only] = chosen
    if (only === undefined) delete fields[name]
    else fields[name] = chosen.length > 1 ? chosen : only
  }
  return fields
}

// The option that is selected, else the first.
function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option value(?:="([^"]*)")?([^>]*)>/g)]
  const [, value = ''] = all.find(([, , rest = '']) => / selected/.test(rest)) ?? all[0] ?? []
  return value
}

// The value that a browser holds for an input drawn with this one.
function asHeld(type: string, value: string): string {
  if (type === 'hidden') return value
  if (type === 'date') return /^\d{4,}-\d{2}-\d{2}$/.test(value) ? value : ''
  const line = value.replaceAll(/[\r\n]/g, '')
  return type === 'url' || type === 'email' ? line.trim() : line
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
