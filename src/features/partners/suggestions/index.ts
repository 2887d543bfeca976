export { isTrait, type Trait, traits } from './traits.ts'
