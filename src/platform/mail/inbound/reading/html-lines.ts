import { parseFragment } from 'parse5'
import { wordSet } from '../../../reading/word-lists.ts'
import { type MailLine, unquoted } from './mail-line.ts'

const blocks = wordSet(`
  address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
  header hr li main nav ol p pre section table tbody tfoot thead tr ul
`)
const alone = wordSet('area base br col embed hr img input link meta source track wbr')
const unseen = wordSet('script style title textarea template noscript')
const ending = /<\/(?:script|style|title|textarea|template|noscript)/gi
const hides = /display\s*:\s*none|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])/i
const quotes =
  /(?:^|[\s"'_-])(?:gmail_quote|cite|quote|zmail_extra)|border-left|border:\s*none;\s*border-left/i
const quoteBegins =
  /(?:yahoo_quoted|divRplyFwdMsg|OutlookMessageHeader|protonmail_quote|tutanota_quote|moz-forward-container|mail-editor-reference)/i
const signatures =
  /(?:gmail_signature|moz-signature|outlook-mobile-signature|protonmail_signature|\bid=["']?signature\b)(?!_prefix)/i
const closeBy = /margin(?:-top|-bottom)?\s*:\s*0|MsoNormal|MsoPlainText|MsoListParagraph/i
/** Attributes beyond it are not looked at, nor elements that are open further up. */
const longestTag = 2_000
const farthestOpen = 60

interface Open {
  name: string
  isQuote: boolean
  isSignature: boolean
  isHidden: boolean
  /** Blank lines part it from what is beside it. */
  isSpaced: boolean
  items: number | null
}

/** The lines that a reader of an HTML text sees, with what is quoted and what is a signature; in time that grows with its length alone. */
export function htmlLines(html: string): MailLine[] {
  const page = new Page()
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag !== at) page.write(html.slice(at, tag < 0 ? html.length : tag))
    if (tag < 0) break
    at = readTag(html, tag, page)
  }
  return page.end()
}

/** Reads what begins with `<`; returns where it ends. What never ends hides the rest, as in a browser. */
function readTag(html: string, at: number, page: Page): number {
  if (html.startsWith('<!--', at)) return after(html, '-->', at + 4)
  const name = /^<\/?([a-z][a-z0-9]{0,19})|^<[!?/]/i.exec(html.slice(at, at + 24))
  if (!name) {
    page.write('<')
    return at + 1
  }
  let end = html.indexOf('>', at)
  if (end < 0) return html.length
  // A `>` inside of a value: the tag ends after its quotation mark.
  if ((html.slice(at, Math.min(end, at + longestTag)).split('"').length - 1) % 2 === 1) {
    const value = html.slice(end, end + longestTag).indexOf('"')
    const next = value < 0 ? -1 : html.indexOf('>', end + value)
    if (next >= 0) end = next
  }
  const element = name[1]?.toLowerCase()
  if (element === undefined) return end + 1
  if (html[at + 1] === '/') page.close(element)
  else {
    if (unseen.has(element)) {
      ending.lastIndex = end
      return ending.test(html) ? after(html, '>', ending.lastIndex) : html.length
    }
    page.open(element, html.slice(at, Math.min(end, at + longestTag)))
  }
  return end + 1
}

function after(html: string, sign: string, from: number): number {
  const found = html.indexOf(sign, from)
  return found < 0 ? html.length : found + sign.length
}

class Page {
  readonly #lines: MailLine[] = []
  readonly #open: Open[] = []
  #text = ''
  #endsBlank = true
  #depth = 0
  #signatures = 0
  #hidden = 0
  #kept = 0
  #begins = false

  write(chunk: string): void {
    if (this.#hidden > 0) return
    const text = decodeEntities(chunk)
    if (this.#kept > 0) {
      const [first = '', ...others] = text.split(/\r\n|\r|\n/)
      this.#text += first
      for (const other of others) {
        this.#endLine()
        this.#text = other
      }
      this.#endsBlank = false
      return
    }
    const spaced = text.replace(/[ \t\r\n\f]+/g, ' ')
    const words = this.#endsBlank && spaced.startsWith(' ') ? spaced.slice(1) : spaced
    if (words === '') return
    this.#text += words
    this.#endsBlank = words.endsWith(' ')
  }

  open(name: string, tag: string): void {
    if (name === 'br') {
      this.#endLine()
      return
    }
    if (blocks.has(name)) this.#break()
    if (name === 'hr') this.#push('________')
    if (name === 'td' || name === 'th') this.write(this.#text.trim() === '' ? ' ' : ' | ')
    if (alone.has(name) || tag.endsWith('/')) return
    const opened: Open = {
      name,
      isQuote: name === 'blockquote' && quotes.test(tag),
      isSignature: signatures.test(tag),
      isHidden: hides.test(tag) || name === 'head',
      isSpaced: name === 'blockquote' || (name === 'p' && !closeBy.test(tag)),
      items: name === 'ol' ? 0 : null,
    }
    this.#count(opened, 1)
    this.#open.push(opened)
    if (quoteBegins.test(tag)) this.#begins = true
    if (opened.isSpaced) this.#blank()
    if (name === 'li') this.write(this.#itemMark())
  }

  close(name: string): void {
    if (blocks.has(name)) this.#break()
    const open = this.#open
    for (let at = open.length - 1; at >= Math.max(0, open.length - farthestOpen); at -= 1) {
      if (open[at]?.name !== name) continue
      if (open[at]?.isSpaced) this.#blank()
      for (const closed of open.splice(at)) this.#count(closed, -1)
      break
    }
  }

  end(): MailLine[] {
    this.#break()
    return this.#lines
  }

  #count({ name, isQuote, isSignature, isHidden }: Open, by: 1 | -1): void {
    if (isQuote) this.#depth += by
    if (isSignature) this.#signatures += by
    if (isHidden) this.#hidden += by
    if (name === 'pre') this.#kept += by
  }

  #itemMark(): string {
    const list = this.#open.at(-2)
    if (list?.items === null || list?.items === undefined) return '- '
    list.items += 1
    return `${list.items}. `
  }

  #break(): void {
    // A paragraph of one hard space is a blank line.
    if (this.#text.trim() !== '' || this.#text.includes('\u00a0')) this.#endLine()
    else this.#clear()
  }

  #blank(): void {
    const last = this.#lines.at(-1)
    if (last && last.text !== '') this.#push('')
  }

  #endLine(): void {
    this.#push(plainSpaces(this.#text).trimEnd())
    this.#clear()
  }

  #clear(): void {
    this.#text = ''
    this.#endsBlank = true
  }

  #push(text: string): void {
    const { depth, ...line } = unquoted(text)
    const mark = this.#begins && text !== '' ? 'quote' : this.#signatures > 0 ? 'signature' : null
    if (mark === 'quote') this.#begins = false
    this.#lines.push({ ...line, depth: depth + this.#depth, ...(mark ? { mark } : {}) })
  }
}

// Programs write &nbsp; for any space; French keeps it before its signs.
const plainSpaces = (text: string) => text.replace(/\u00a0(?![;:!?»%€])/g, ' ').replaceAll('\u200b', '')

const entities = new Map<string, string>()

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});?/gi, (entity) => {
    const known = entities.get(entity)
    if (known !== undefined) return known
    const node = parseFragment(entity).childNodes[0]
    const decoded = node && 'value' in node ? node.value : entity
    if (entities.size < 3_000) entities.set(entity, decoded)
    return decoded
  })
}
