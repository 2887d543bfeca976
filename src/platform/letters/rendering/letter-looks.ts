import { darkStyle, looksFor } from '../../mail/rendering/looks.ts'

/**
 * The styles of a letter in one language, beside those of every mail; each is set in the element itself. Outlook draws by Word,
 * which knows margins of paragraphs and no padding but that of cells.
 */
export function letterLooks(language: string) {
  const { colours, ...mail } = looksFor(language)
  const isKorean = language === 'ko'
  const font = /^font-family:([^;]+);/.exec(mail.mark)?.[1] ?? 'sans-serif'
  const base = `font-family:${font};word-break:keep-all;overflow-wrap:break-word;`
  const height = isKorean ? 1.7 : 1.6
  return {
    family: font,
    mark: mail.mark,
    longMark: mail.mark.replace('white-space:nowrap;', ''),
    tie: mail.tie,
    text: `${base}margin:0;color:${colours.ink};font-size:17px;line-height:${height};`,
    heading: `${base}color:${colours.muted};font-size:15px;line-height:1.5;margin:12px 0 0;`,
    title: `${base}margin:0;color:${colours.ink};font-size:28px;font-weight:700;line-height:1.25;`,
    introduction: `${base}color:${colours.ink};font-size:18px;line-height:${height};margin:12px 0 0;`,
    part: `${base}color:${colours.ink};font-size:20px;font-weight:700;line-height:1.35;margin:16px 0 0;padding:0 0 8px;border-bottom:2px solid ${colours.ink};`,
    item: `${base}color:${colours.ink};font-size:18px;font-weight:600;line-height:1.4;margin:20px 0 0;`,
    link: `color:${colours.one};text-decoration:underline;`,
    linkInText: `color:${colours.one};text-decoration:underline;word-break:break-word;`,
    fact: `${base}color:${colours.muted};font-size:15px;line-height:1.5;margin:2px 0 0;`,
    itemText: `${base}color:${colours.ink};font-size:16px;line-height:${height};margin:6px 0 0;`,
    more: `${base}color:${colours.ink};font-size:16px;line-height:${height};margin:20px 0 0;`,
    small: `${base}color:${colours.muted};font-size:15px;line-height:${height};margin:4px 0 0;`,
    unreviewed: `color:${colours.muted};font-size:14px;font-weight:400;`,
    picture: `${base}color:${colours.muted};font-size:15px;line-height:1.5;display:block;border:0;outline:none;text-decoration:none;width:100%;height:auto;`,
    quote: `${base}margin:0;color:${colours.ink};font-size:18px;line-height:${height};padding:2px 0 2px 16px;border-left:3px solid ${colours.rule};`,
    foot: `${base}color:${colours.muted};font-size:14px;line-height:${height};margin:0;padding:20px 0 0;border-top:1px solid ${colours.rule};`,
    footLinks: `${base}color:${colours.muted};font-size:14px;line-height:2;margin:4px 0 32px;`,
  }
}

/** For programs that follow the reader’s dark screen. MJML’s own sheet and button have colours of their own. */
export const darkLetter = `${darkStyle}
@media (prefers-color-scheme:dark){
.page,.page>div{background-color:#12161d!important}
.part{border-color:#e9e7e1!important}
.press td{background-color:#8fb5f3!important}
.press a{background-color:#8fb5f3!important;color:#10151d!important}
}`
