import type { Feature } from '../../platform/http/feature.ts'
import { demonstrationCommands } from './cli.ts'

export { seedDemonstration } from './commands.ts'
export { readDemonstration } from './demonstration-files.ts'
export { completeEdition } from './editions.commands.ts'
export { completeMeetings } from './meetings.commands.ts'
export { addDemonstrationLinks, completePeople, listOffices } from './people.commands.ts'

/** The demonstration network of data/demonstration, loaded into an empty database. It uses the other features; none uses it. */
export const demonstration: Feature = {
  name: 'demonstration',
  messages: { fr: {}, ko: {}, en: {} },
  commands: demonstrationCommands,
}
