export { imports } from './feature.ts'
export { type MinutesDraft, minutesDraft } from './understanding/minutes-draft.ts'
export { lookUpNames } from './understanding/names/queries.ts'
export { understand } from './understanding/understand.ts'
