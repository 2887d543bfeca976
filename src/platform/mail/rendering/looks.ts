// Mail programs read no style sheet: what the pages have in tokens.css is set in each element.
const colours = {
  paper: '#fbfaf7',
  ink: '#1c2430',
  muted: '#465060',
  rule: '#d9d6cf',
  one: '#1f4b8f',
  wash: '#f2f0e9',
}

const latin = "Pretendard, 'Segoe UI', Helvetica, Arial, sans-serif"
// Naver and Daum have these on Windows, Apple and Android.
const hangul = "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif"

/** The styles of one mail; Korean is never broken inside a word, an address anywhere. */
export function looksFor(language: string) {
  const isKorean = language === 'ko'
  const font = `font-family:${isKorean ? hangul : latin};word-break:keep-all;overflow-wrap:break-word;`
  const height = isKorean ? 1.7 : 1.6
  const text = `${font}color:${colours.ink};font-size:17px;line-height:${height};`
  return {
    colours,
    page: `margin:0;padding:0;background-color:${colours.paper};`,
    frame: 'padding:32px 20px;',
    sheet: 'width:100%;max-width:560px;',
    mark: `${font}color:${colours.ink};font-size:18px;font-weight:700;line-height:1.4;padding:0 14px 0 0;white-space:nowrap;`,
    tie: `border-bottom:2px solid ${colours.one};font-size:0;line-height:0;width:100%;`,
    block: `${text}padding:20px 0 0;`,
    heading: `${font}color:${colours.ink};font-size:22px;font-weight:700;line-height:1.35;margin:0;`,
    paragraph: `${text}margin:0;`,
    list: `${text}margin:0;padding:0 0 0 22px;`,
    item: 'margin:0 0 6px;',
    button: `background-color:${colours.one};border-radius:4px;mso-padding-alt:13px 24px;`,
    buttonText: `${font}display:inline-block;padding:13px 24px;color:#ffffff;font-size:17px;font-weight:600;line-height:1.3;text-decoration:none;`,
    hint: `${font}color:${colours.muted};font-size:14px;line-height:${height};margin:12px 0 0;`,
    address: `color:${colours.one};word-break:break-all;`,
    quotation: `${text}margin:0;padding:2px 0 2px 16px;border-left:3px solid ${colours.rule};`,
    label: `${font}color:${colours.muted};font-size:16px;font-weight:400;line-height:1.5;padding:8px 16px 8px 0;border-bottom:1px solid ${colours.rule};text-align:left;vertical-align:top;width:34%;`,
    value: `${font}color:${colours.ink};font-size:16px;line-height:1.5;padding:8px 0;border-bottom:1px solid ${colours.rule};text-align:left;vertical-align:top;`,
    small: `${font}color:${colours.muted};font-size:14px;line-height:${height};margin:0;`,
    foot: `${font}color:${colours.muted};font-size:14px;line-height:${height};padding:12px 0 0;border-top:1px solid ${colours.rule};`,
  }
}

/** For programs that follow the reader's dark screen; others change the colours by themselves. */
export const darkStyle = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page,.paper{background-color:#12161d!important}
.ink{color:#e9e7e1!important}
.muted{color:#b0b8c3!important}
.line{border-color:#2e3641!important}
.tie{border-color:#8fb5f3!important}
.link{color:#8fb5f3!important}
.button{background-color:#8fb5f3!important}
.button a{color:#10151d!important}
}`
