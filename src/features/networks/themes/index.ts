export { themesIn, themesOfText } from './named-themes.ts'
export { themeNames } from './theme-names.ts'
export { type Theme, themes } from './themes.ts'
export { type Trade, themesOfTrade, trades, tradesOf } from './trades.ts'
