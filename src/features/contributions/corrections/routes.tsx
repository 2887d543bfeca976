import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { Application } from '../../../platform/http/application.ts'
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
  for (const kind of application.records) {
    const place = `/:language/:network/${kind.segment}/:slug/correction`
    app.get(place, async (request, reply) => {
      const asked = await readRecordRequest(application, request, kind)
      // Whoever has a role here changes the record itself.
      if (maySuggest(asked.writing.actor, asked.network.id))
        return reply.redirect(paths.edit(asked.reader, asked.network.slug, kind, asked.head.slug), 303)
      return showForm(application, request, reply, asked)
    })
    app.post(place, { config: seldom }, async (request, reply) =>
      takeForm(application, request, reply, await readRecordRequest(application, request, kind)),
    )
  }
  addReaderRoutes(app, application)
}

async function showForm(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: RecordRequest,
  typed?: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { reader, network, kind, head } = asked
  return drawNetworkPage(application, request, typed ? reply.code(422) : reply, asked, {
    title: correctionTitle(reader, head),
    description: reader.t('contributions.correction.lead'),
    path: `/${kind.segment}/${head.slug}/correction`,
    noindex: true,
    width: 'reading',
    children: (
      <CorrectionForm
        reader={reader}
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

async function takeForm(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: RecordRequest,
): Promise<FastifyReply> {
  const { writing, reader, network, kind, head } = asked
  const form = readForm(correctionForm, request.body)
  if (!form.valid) return showForm(application, request, reply, asked, form)
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
  return drawNetworkPage(application, request, reply, asked, {
    title: correctionTitle(reader, head),
    description: reader.t('contributions.correction.lead'),
    path: `/${kind.segment}/${head.slug}/correction`,
    noindex: true,
    width: 'reading',
    children: (
      <CorrectionSent
        reader={reader}
        address={address}
        record={paths.record(reader, network.slug, kind, head.slug)}
        name={chooseName(head.title, reader.language).text}
      />
    ),
  })
}
