export { mainTiers, type Tier, tiers, tiersOf } from './competence.ts'
export { partners } from './feature.ts'
export { writeVisitCount } from './reciprocity/counts.commands.ts'
export { completeRounds } from './rounds/search/commands.ts'
