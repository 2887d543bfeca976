export { themesOfText } from './facts/themes.ts'
