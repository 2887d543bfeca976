export { practices } from './feature.ts'
export { proposeFromTexts } from './proposals/jobs.ts'
export { type Intention, listIntentions } from './proposals/queries.ts'
