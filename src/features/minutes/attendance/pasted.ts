import { fold } from '../../../platform/search/index.ts'
import { type Presence, presences } from './participant.ts'

export interface PastedLine {
  name: string
  function: string
  organisation: string
  presence: Presence
}

/**
 * Reads a list of people, one a line: name, function, organisation and presence, separated by semicolons, tabs or table columns. A presence
 * in unknown words becomes `present`.
 */
export function readPasted(text: string, wordsFor: (presence: Presence) => readonly string[]): PastedLine[] {
  return text
    .split('\n')
    .map((line) => line.split(/\t|;|\s\|\s/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .slice(0, mostLines)
    .map(([name = '', role = '', organisation = '', presence = '']) => ({
      name: name.slice(0, longest),
      function: role.slice(0, longest),
      organisation: organisation.slice(0, longest),
      presence:
        presences.find((each) => [each, ...wordsFor(each)].map(fold).includes(fold(presence))) ?? 'present',
    }))
}

const mostLines = 300
const longest = 300
