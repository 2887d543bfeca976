import { z } from 'zod'
import { textStates } from '../../../../platform/i18n/localized-text.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import { themes } from '../../../networks/index.ts'

const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))
const name = z.record(z.string(), z.string())
const day = z.iso.date()

const note = z.object({
  id: z.uuid(),
  kind: z.enum(['figure', 'resource', 'other_tie']),
  label: text,
  value: z.string().nullable(),
  url: z.string().nullable(),
  knownOn: day,
})

/** One network’s data on an organisation beside the directory: what it seeks and offers there, figures and links. */
const share = z.object({
  interest: z.object({ seeks: text, offers: text, themes: z.array(z.enum(themes)), knownOn: day }).nullable(),
  notes: z.array(note),
})

/**
 * An organisation as one value: its versions keep it and its forms change it. The directory is common to all networks; a network’s share is
 * under its id, and shown to it alone.
 */
export const organisationDocument = z.object({
  country: z.string(),
  kind: z.string(),
  name,
  shortName: name,
  machineNames: z.array(z.string()),
  about: text,
  codes: z.record(z.string(), z.string()),
  parentId: z.uuid().nullable(),
  population: z.number().nullable(),
  populationYear: z.number().nullable(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  validFrom: day.nullable(),
  validUntil: day.nullable(),
  networks: z.record(z.string(), share),
})

export type OrganisationDocument = z.output<typeof organisationDocument>
export type NetworkShare = z.output<typeof share>

const emptyShare: NetworkShare = { interest: null, notes: [] }

/** A network’s share of an organisation; empty if there is none. */
export function shareOf(
  { networks }: Pick<OrganisationDocument, 'networks'>,
  networkId: string,
): NetworkShare {
  return networks[networkId] ?? emptyShare
}

/** The organisation with another share for one network; an empty share is removed. */
export function withShare(
  document: OrganisationDocument,
  networkId: string,
  changed: Partial<NetworkShare>,
): OrganisationDocument {
  const { [networkId]: before = emptyShare, ...others } = document.networks
  const after = { ...before, ...changed }
  const isEmpty = after.interest === null && after.notes.length === 0
  return { ...document, networks: isEmpty ? others : { ...others, [networkId]: after } }
}

/** The initial value of a new organisation: of the network’s first country until a person chooses another. */
export function emptyOrganisation({ countries }: RecordNetwork): OrganisationDocument {
  return {
    country: countries[0] ?? '',
    kind: '',
    name: {},
    shortName: {},
    machineNames: [],
    about: {},
    codes: {},
    parentId: null,
    population: null,
    populationYear: null,
    place: null,
    validFrom: null,
    validUntil: null,
    networks: {},
  }
}
