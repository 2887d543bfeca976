export { type Theme, themes } from './themes.ts'
