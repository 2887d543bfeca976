import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Role } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Application } from '../../platform/http/application.ts'
import { languageOf } from '../../platform/i18n/country-language.ts'
import type { listAddressees } from '../contacts/index.ts'
import { listOrganisations, listOrganisationsBySlug } from '../directory/index.ts'
import { lookUpNetwork } from '../networks/index.ts'
import { addPerson, addSignInLink, giveRole, lookUpPersonByAddress } from '../people/index.ts'

/** Gives the demonstration its people; existing ones stay as they are. */
export async function seedPeople(context: Context, networkId: string): Promise<void> {
  await inTransaction(context, async (inside) => {
    for (const person of demonstrationPeople) await seedPerson(inside, networkId, person)
  })
}

/** Gives its people to a demonstration that an earlier release loaded. */
export async function completePeople(context: Context, name: string): Promise<void> {
  const network = await lookUpNetwork(context, name)
  if (network?.opensOn) await seedPeople(context, network.id)
}

/** Gives an invented person an account and a role in a network, unless there is an account for their address. */
export async function seedPerson(
  context: Context,
  networkId: string,
  person: DemonstrationPerson,
): Promise<void> {
  if (await lookUpPersonByAddress(context, person.address)) return
  const { address, name, language, country, role, organisation } = person
  const personId = await addPerson(context, { address, name, language, country })
  const organisations = await listOrganisationsBySlug(context, organisation ? [organisation] : [])
  await giveRole(context, networkId, { personId, role, organisationIds: organisations.map(({ id }) => id) })
}

/** A sign-in link for each of the demonstration's people who exist, in the language of each: one line a person. */
export async function addDemonstrationLinks(application: Application, name: string): Promise<string[]> {
  const context = operatorContext(application)
  const lines: string[] = []
  for (const { address, role } of demonstrationPeople) {
    const person = await lookUpPersonByAddress(context, address)
    if (!person) continue
    const link = await addSignInLink(context, application, person, `/${person.language}/${name}`)
    lines.push(`  ${`${role} (${person.language})`.padEnd(17)} ${link}`)
  }
  return lines
}

/** The offices that a demonstration writes to, by the id of their organisation: invented, and in the language of their country. */
export const listOffices: typeof listAddressees = async (context, _networkId, organisationIds) => {
  const organisations = await listOrganisations(context, [...organisationIds])
  return new Map(
    organisations.map(({ id, slug, country }) => [
      id,
      { address: `international@${slug}.example`, language: languageOf(country) },
    ]),
  )
}

interface DemonstrationPerson {
  /** Named by an invented function, so that no real person is meant. The domain `.example` is reserved. */
  name: string
  address: string
  language: 'fr' | 'ko'
  country: 'FR' | 'KR'
  role: Role
  /** Slug of the organisation for which the person holds the role. */
  organisation: string | null
}

/** The people with whose accounts visitors try the demonstration: one for each view worth seeing. */
const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    name: 'Présidence (démonstration)',
    address: 'presidence@groupe.example',
    language: 'fr',
    country: 'FR',
    role: 'chair',
    organisation: 'tours',
  },
  {
    name: 'Coordination (démonstration)',
    address: 'coordination@groupe.example',
    language: 'fr',
    country: 'FR',
    role: 'coordinator',
    organisation: null,
  },
  {
    name: 'Mission internationale, Limoges (démonstration)',
    address: 'international@limoges.example',
    language: 'fr',
    country: 'FR',
    role: 'member',
    organisation: 'limoges',
  },
  {
    name: '이천시 국제교류 담당자 (시연용)',
    address: 'international@icheon.example',
    language: 'ko',
    country: 'KR',
    role: 'member',
    organisation: 'icheon',
  },
]
