export { themesIn, themesOfText } from './named-themes.ts'
export { type Theme, themes } from './themes.ts'
