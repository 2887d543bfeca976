export { practices } from './feature.ts'
export { PracticesTabs } from './frame.tsx'
export { proposeFromTexts } from './proposals/jobs.ts'
export { draftPractice } from './sheets/commands.ts'
