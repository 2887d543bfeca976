export { practices } from './feature.ts'
export { PracticesTabs } from './frame.tsx'
export { draftPractice } from './sheets/commands.ts'
