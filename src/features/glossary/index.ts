export { glossary } from './feature.ts'
