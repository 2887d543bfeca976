/**
 * Sets a French text with the spaces and signs that French printing asks for: a narrow no-break space before
 * `;` `!` `?`, a no-break space before `:` and inside « », the curved apostrophe and one sign for an
 * ellipsis. Applying it twice changes nothing more; addresses, times such as 10:00 and anything after Hangul
 * stay as they are.
 */
export function frenchTypography(text: string): string {
  if (!needsCare.test(text)) return text
  return rules.reduce((done, { pattern, set }) => {
    return done.replace(pattern, (whole: string, untouched: string | undefined, signs: string) => {
      return untouched === undefined ? set(signs) : whole
    })
  }, text)
}

const narrow = '\u202f'
const wide = '\u00a0'
const needsCare = /[;:!?«»']|\.\.\./

// Web and mail addresses, character references and code are matched first, so that no rule sees inside them.
const untouched =
  '((?:https?:\\/\\/|www\\.|mailto:)[^\\s<>«»]+|(?<![\\w.+-])[\\w.+-]+@[\\w.-]+|&#?\\w+;|`[^`]*`)'
const spaces = '[ \\u00a0\\u202f\\u2009]*'
const before = '(?<=[\\p{Script=Latin}\\p{M}\\p{N}»”’")\\]}%€$£…*_°])'
const after = '(?=$|[\\s»”’")\\]}.,;:!?…*_—–-])'

const rules = [
  rule('(?<!\\.)(\\.\\.\\.)(?!\\.)', () => '…'),
  rule("(?<=\\p{Script=Latin}\\p{M}*)(')(?=[\\p{Script=Latin}\\p{N}«])", () => '’'),
  rule(`(«)${spaces}(?=[^\\s»])`, () => `«${wide}`),
  rule(`(?<=[^\\s«])${spaces}(»)`, () => `${wide}»`),
  rule(`${before}${spaces}([;!?]+)${after}`, (signs) => narrow + signs),
  rule(`${before}${spaces}(:)${after}`, () => `${wide}:`),
]

function rule(pattern: string, set: (signs: string) => string) {
  return { pattern: new RegExp(`${untouched}|${pattern}`, 'gu'), set }
}
