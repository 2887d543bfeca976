import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isId } from '../../platform/context/identifier.ts'
import type { Application } from '../../platform/http/application.ts'
import { listFirstSteps } from '../../platform/http/first-step.ts'
import { renderParts } from '../../platform/http/network-part.ts'
import { noStore } from '../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../platform/http/visit.ts'
import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import type { FormState } from '../../platform/input/form.ts'
import { parameterOf, readPageNumber } from '../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { Section } from '../../ui/text/headings.tsx'
import { addNetworkAction } from '../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../networks/index.ts'
import { GettingStarted } from '../registry/index.ts'
import { chooseFrequency, putOff } from './commands.ts'
import { countToDo, findFrequency, frequencies, listKeys, listPutOff, listToDo } from './queries.ts'
import { ToDoPage } from './to-do-page.tsx'

const linesAPage = 25
/** Days for which a line can be put off; `now` puts it back. */
const waits = { now: null, day: 1, week: 7, month: 30 } as const

const laterForm = z.object({
  kind: z.string().max(60),
  record: z.string().refine(isId),
  wait: z.enum(['now', 'day', 'week', 'month']),
})
const digestForm = z.object({ frequency: z.enum(frequencies) })

/** What waits for the person who is signed in, and what they do with it there. */
export function addToDoRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/to-do'
  pages.get(place, loadToDoRequest, (visit) => render(visit))

  addNetworkAction(pages, `${place}/later`, {
    open: loadToDoRequest,
    schema: laterForm.refine(({ kind }) => application.toDo.some((source) => source.kind === kind)),
    again: (visit) => render(visit),
    save: async ({ writing, network, reader }, { kind, record, wait }) => {
      const days = waits[wait]
      const until = days === null ? null : Temporal.PlainDate.from(writing.today).add({ days }).toString()
      await putOff(writing, network.id, { kind, recordId: record, until })
      return addressOf(reader, network)
    },
  })

  addNetworkAction(pages, `${place}/digest`, {
    open: loadToDoRequest,
    schema: digestForm,
    again: (visit, form) => render(visit, form),
    save: async ({ writing, network, reader }, { frequency }) => {
      await chooseFrequency(writing, network.id, frequency)
      return `${addressOf(reader, network)}?done=digest#digest`
    },
  })
}

function addressOf(reader: Reader, network: { slug: string }, page = 1): string {
  return addressFor(reader, `/${network.slug}/to-do`, { page: page === 1 ? undefined : String(page) })
}

async function loadToDoRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  if (context.actor.kind !== 'person') throw new Refusal('notSignedIn')
  return listKeys(context.actor, network.id).length > 0 ? loaded : notFound(network.slug)
}

async function render(visit: NetworkRequest, form?: FormState) {
  const { application, request, context, writing, reader, network } = visit
  const page = readPageNumber(request.query)
  const [count, lines, putOffLines, frequency] = await Promise.all([
    countToDo(writing, network.id),
    listToDo(writing, network.id, { limit: linesAPage + 1, offset: (page - 1) * linesAPage }),
    listPutOff(writing, network.id),
    findFrequency(writing, network.id),
  ])
  // A demonstration has what it is to show.
  const steps =
    network.opensOn === null
      ? await listFirstSteps(application.firstSteps, {
          context,
          networkId: network.id,
          settings: application.settings,
        })
      : []
  const shown = lines.slice(0, linesAPage)
  const notes = new Map<string, string>()
  for (const { kind, note } of application.toDo) {
    const ids = [...shown, ...putOffLines]
      .filter((line) => line.kind === kind)
      .map(({ recordId }) => recordId)
    if (!note || ids.length === 0) continue
    const say = await note(writing, network.id, ids)
    for (const id of ids) notes.set(`${kind} ${id}`, say(reader, id))
  }
  const call = { context, reader, network }
  const [own, coming] = await Promise.all(
    (['toDo.own', 'home.coming'] as const).map((part) =>
      count === 0 ? renderParts(application.networkParts, part, call) : [],
    ),
  )
  return renderNetworkPage(visit, {
    title: reader.t('todo.page.title'),
    description: reader.t('todo.page.lead'),
    path: '/to-do',
    noindex: true,
    isNeverKept: true,
    children: (
      <ToDoPage
        network={network}
        sources={application.toDo}
        count={count}
        start={steps.length > 0 ? <GettingStarted network={network} steps={steps} /> : null}
        lines={shown}
        notes={notes}
        putOff={putOffLines}
        pages={{
          page,
          pages: lines.length > linesAPage ? page + 1 : page,
          href: (number) => addressOf(reader, network, number),
        }}
        isDigestKept={parameterOf(request.query, 'done') === 'digest'}
        digest={form ?? { values: { frequency }, errors: [] }}
      >
        {own && own.length > 0 ? (
          <Section id="own" title={reader.t('todo.page.own')}>
            {own}
          </Section>
        ) : null}
        {coming && coming.length > 0 ? (
          <Section id="coming" title={reader.t('todo.page.coming')}>
            {coming}
          </Section>
        ) : null}
      </ToDoPage>
    ),
  })
}
