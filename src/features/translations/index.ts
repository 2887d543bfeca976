export { translations } from './feature.ts'
export { gatherTexts, indexNetwork, indexNetworks, indexTexts } from './texts/commands.ts'
