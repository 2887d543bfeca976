import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { readTextRequest } from '../call.ts'
import { listTies } from '../facts/queries.ts'
import { findText } from '../queries.ts'
import { organisationsIn } from '../reading/place-facts.ts'
import { listFactsBeside } from './queries.ts'
import { AccountsPage } from './views/accounts-page.tsx'

/** Two accounts of one meeting side by side: what both say, and what only one does. */
export function addAccountRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/imports/:id/account', readTextRequest, async (asked) => {
    const { request, reader, network, text, writing } = asked
    const other = await findText(writing, network.id, parameterOf(request.query, 'with') ?? '')
    const both = await listFactsBeside(writing, text.id, other.id, true)
    const here = await listFactsBeside(writing, text.id, other.id, false)
    const there = await listFactsBeside(writing, other.id, text.id, false)
    // The ties to which facts belong, whether or not both texts state them.
    const ties = [...(await listTies(writing, text.id)), ...(await listTies(writing, other.id))]
    const ids = [...both, ...here, ...there, ...ties].flatMap(({ value }) => organisationsIn(value))
    return drawNetworkPage(asked, {
      title: reader.t('imports.text.account.title'),
      description: reader.t('imports.text.account.lead'),
      path: `/imports/${text.id}/account`,
      noindex: true,
      width: 'wide',
      children: (
        <AccountsPage
          network={network.slug}
          text={text}
          other={other}
          both={both}
          here={here}
          there={there}
          ties={new Map(ties.map((tie) => [tie.id, tie]))}
          refs={await listOrganisationRefs(writing, [...new Set(ids)])}
        />
      ),
    })
  })
}
