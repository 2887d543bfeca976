import { addPerson } from '../../src/features/people/persons.commands.ts'
import { giveRole } from '../../src/features/people/roles.commands.ts'
import { beginSession } from '../../src/features/people/sessions/commands.ts'
import { cookieName, signToken } from '../../src/features/people/sessions/session-cookie.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { buildCooperation } from '../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../test/support/build-network.ts'
import { buildOrganisation } from '../../test/support/build-organisation.ts'
import type { Editor } from './editor.ts'

/** How many people share a tie; each has a profile alone as well. */
const peopleATie = 10

export interface Signing {
  secret: string
  baseUrl: string
}

/** A network in which so many people are signed in: each speaks for an organisation of their own, and ten for one tie. */
export async function prepareEditors(context: Context, signing: Signing, count: number): Promise<Editor[]> {
  const network = await buildNetwork(context, { slug: 'edited' })
  const partner = await buildOrganisation(context, { country: 'KR', kind: 'si', level: 2 })
  const editors: Editor[] = []
  for (let first = 0; first < count; first += peopleATie) {
    const towns = []
    for (let place = first; place < Math.min(count, first + peopleATie); place++)
      towns.push(await buildOrganisation(context, { slug: `town-${place}` }))
    const tie = await buildCooperation(context, network.id, {
      slug: `tie-${first}`,
      parties: [...towns, partner],
      summary: { fr: { text: 'Au début.', state: 'original' } },
    })
    for (const [place, town] of towns.entries()) {
      const name = `Editor ${first + place}`
      const address = `editor-${first + place}@towns.example`
      const personId = await addPerson(context, { address, name, language: 'fr' })
      await giveRole(context, network.id, { personId, role: 'member', organisationIds: [town.id] })
      editors.push({
        name,
        cookie: await cookieOf(context, signing, personId),
        forms: [
          {
            address: `/fr/${network.slug}/organisations/town-${first + place}/edit/about`,
            field: 'about.fr.text',
          },
          { address: `/fr/${network.slug}/cooperations/${tie.slug}/edit/summary`, field: 'summary.fr.text' },
        ],
      })
    }
  }
  return editors
}

async function cookieOf(context: Context, { secret, baseUrl }: Signing, personId: string): Promise<string> {
  const token = await beginSession(context, {
    personId,
    isOperator: false,
    method: 'link',
    userAgent: 'a bench',
  })
  return `${cookieName(baseUrl)}=${encodeURIComponent(signToken(secret, token))}`
}
