import { element } from '../../../platform/documents/xml.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Network } from '../../networks/index.ts'
import type { Participant } from '../attendance/participant.ts'
import type { WholeMinutes } from './whole-minutes.ts'

/** The people, roles and organisations that a file of minutes names: declared once, then referred to by id. */
export interface References {
  elements: string[]
  /** The ids of a participant, their role and their organisation; null for what is not named. */
  of(participant: Participant): { person: string | null; role: string | null; organisation: string | null }
}

interface Named {
  network: Network
  reader: Reader
  minutes: WholeMinutes
  baseUrl: string
}

/** Declares the group, the meeting, and every person, role and organisation that the minutes name. */
export function referencesOf({ reader, network, minutes, baseUrl }: Named): References {
  const { language } = reader
  const { meeting, participants } = minutes
  const organisations = new Map<string, { id: string; element: string }>()
  const persons = new Map<string, { id: string; element: string }>()
  const roles = new Map<string, { id: string; element: string }>()
  const declared = new Map<Participant, ReturnType<References['of']>>()
  for (const participant of participants) {
    const { organisation, name } = participant
    const words = chooseText(participant.function, language)?.text ?? ''
    declared.set(participant, {
      organisation: organisation
        ? declare(organisations, organisation.slug, 'TLCOrganization', 'org', {
            href: `${baseUrl}/${language}/${network.slug}/organisations/${organisation.slug}`,
            showAs: chooseName(organisation.name, language).text,
          })
        : null,
      person:
        name === ''
          ? null
          : declare(persons, name, 'TLCPerson', 'person', {
              href: `/akn/ontology/person/${slugLike(name)}`,
              showAs: name,
            }),
      role:
        words === '' || name === ''
          ? null
          : declare(roles, words, 'TLCRole', 'role', {
              href: `/akn/ontology/role/${slugLike(words)}`,
              showAs: words,
            }),
    })
  }
  const groupName = chooseName(network.name, language).text
  const title = chooseText(meeting.title, language)?.text ?? meeting.slug
  const page = `${baseUrl}/${language}/${network.slug}`
  return {
    elements: [
      element('TLCOrganization', { eId: 'group', href: page, showAs: groupName }),
      element('TLCOrganization', { eId: 'publisher', href: baseUrl, showAs: 'Entente' }),
      ...valuesOf(organisations),
      ...valuesOf(persons),
      ...valuesOf(roles),
      element('TLCEvent', { eId: 'meeting', href: `${page}/meetings/${meeting.slug}`, showAs: title }),
    ],
    of: (participant) => declared.get(participant) ?? { person: null, role: null, organisation: null },
  }
}

function declare(
  among: Map<string, { id: string; element: string }>,
  key: string,
  name: string,
  prefix: string,
  attributes: { href: string; showAs: string },
): string {
  const known = among.get(key)
  if (known) return known.id
  const id = `${prefix}_${among.size + 1}`
  among.set(key, { id, element: element(name, { eId: id, ...attributes }) })
  return id
}

function valuesOf(among: ReadonlyMap<string, { element: string }>): string[] {
  return [...among.values()].map((each) => each.element)
}

function slugLike(text: string): string {
  return encodeURIComponent(text.trim().toLowerCase().replaceAll(/\s+/g, '-'))
}
