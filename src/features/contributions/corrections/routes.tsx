import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FieldError, type FormValues, readForm } from '../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../platform/input/likely-spam.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type RecordRequest, readRecordRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { maySuggest } from '../policy.ts'
import { reportCorrection } from './commands.ts'
import { addReaderRoutes } from './followed/routes.tsx'
import { tellReader } from './notices/commands.ts'
import { countLately } from './queries.ts'
import { correctionForm } from './schema.ts'
import { CorrectionForm, CorrectionSent, correctionTitle } from './views/correction-form.tsx'

// From one place, in an hour; beyond it the server says how long to wait.
const seldom = { rateLimit: { max: 10, timeWindow: '1 hour' } }
// Nobody's mailbox is filled by somebody who types in their address.
const mostADay = 5

/** Corrections that anybody may report on a public page, without an account. */
export function addCorrectionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  for (const kind of application.records) {
    const place = `/:language/:network/${kind.segment}/:slug/correction`
    pages.get(place, async (visit) => {
      const { reply } = visit
      const asked = await readRecordRequest(visit, kind)
      // Whoever has a role here changes the record itself.
      if (maySuggest(asked.writing.actor, asked.network.id))
        return reply.redirect(paths.edit(asked.reader, asked.network.slug, kind, asked.head.slug), 303)
      return showForm(asked)
    })
    pages.with({ config: seldom }).post(place, async (visit) => {
      return takeForm(await readRecordRequest(visit, kind))
    })
  }
  addReaderRoutes(app, application)
}

async function showForm(
  asked: RecordRequest,
  typed?: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { application, reader, network, kind, head } = asked
  return drawNetworkPage(asked, {
    status: typed ? 422 : 200,
    title: correctionTitle(reader, head),
    description: reader.t('contributions.correction.lead'),
    path: `/${kind.segment}/${head.slug}/correction`,
    noindex: true,
    width: 'reading',
    children: (
      <CorrectionForm
        network={network.slug}
        kind={kind}
        head={head}
        begun={signMoment(application.secret, application.clock.now().epochMilliseconds)}
        values={typed?.values ?? {}}
        errors={typed?.errors ?? []}
      />
    ),
  })
}

async function takeForm(asked: RecordRequest): Promise<FastifyReply> {
  const { request, application, writing, reader, network, kind, head } = asked
  const form = readForm(correctionForm, request.body)
  if (!form.valid) return showForm(asked, form)
  const { words, source, name, address, website, begun } = form.data
  const now = application.clock.now().epochMilliseconds
  await inTransaction(writing, async (inside) => {
    await takeTurn(inside, 'corrections')
    const lately = await countLately(inside, form.data)
    // The answer is the same, so that nobody learns what was made of it.
    if (lately.fromAddress >= mostADay) return
    const sent = { texts: [words, source], trap: website, begun, repeated: lately.repeated }
    const heldFor = holdFor(sent, application.secret, now)
    const reported = { words, source, name, address, language: reader.interfaceLanguage }
    const id = await reportCorrection(inside, { network, kind, head, heldFor, ...reported })
    const quoted = { text: words, language: reader.interfaceLanguage }
    await tellReader(application, inside, network, head, { id, ...reported }, { key: 'confirm', quoted })
  })
  return drawNetworkPage(asked, {
    title: correctionTitle(reader, head),
    description: reader.t('contributions.correction.lead'),
    path: `/${kind.segment}/${head.slug}/correction`,
    noindex: true,
    width: 'reading',
    children: (
      <CorrectionSent
        address={address}
        record={paths.record(reader, network.slug, kind, head.slug)}
        name={chooseName(head.title, reader.language).text}
      />
    ),
  })
}
