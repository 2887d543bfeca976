import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type FormState, says } from '../../../platform/input/form.ts'
import { holdFor, signMoment } from '../../../platform/input/likely-spam.ts'
import { readMailAddress } from '../../../platform/mail/mail-address.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import { MessagePage } from '../../../ui/blocks/message-page.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { addForm, type FormPlace, type ToldPage } from '../../../ui/form/form-page.tsx'
import { SpamTrap } from '../../../ui/form/spam-trap.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { renderNetworkPage } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { maySuggest } from '../policy.ts'
import { loadRecordRequest, type RecordRequest } from '../request.ts'
import { addReaderRoutes } from './by-link.pages.tsx'
import { reportCorrection } from './commands.ts'
import { notifyReader } from './mails.ts'
import { countLately } from './queries.ts'

// Nobody’s mailbox is filled because another person types in their address.
const mostADay = 5

/** Corrections that anyone may report on a public page, without an account. */
export function addCorrectionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  for (const kind of application.records) {
    const place = `/:language/:network/${kind.segment}/:slug/correction`
    const open = (visit: Visit) => loadRecordRequest(visit, kind)
    pages.get(place, open, (visit) => {
      const { reply, writing, reader, network, head } = visit
      // People with a role here change the record itself.
      if (maySuggest(writing.actor, network.id))
        return reply.redirect(paths.edit(reader, network.slug, kind, head.slug), 303)
      return showForm(visit, { values: {}, errors: [] })
    })
    addForm(correctionPlace, pages.with(limits.corrections), place, {
      open,
      schema: correctionForm,
      again: showForm,
      save: takeCorrection,
    })
  }
  addReaderRoutes(app, application)
}

const correctionPlace: FormPlace<RecordRequest, null> = {
  send: render,
  goOn: ({ reply }, address) => reply.redirect(address, 303),
  pick: async () => ({ choices: null, errors: [] }),
}

function render(visit: RecordRequest, { title, description, children }: ToldPage): FastifyReply {
  return renderNetworkPage(visit, {
    title,
    description,
    path: `/${visit.kind.segment}/${visit.head.slug}/correction`,
    noindex: true,
    width: 'reading',
    children,
  })
}

function showForm(visit: RecordRequest, form: FormState): FastifyReply {
  const { application, reader, network, kind, head } = visit
  const begun = signMoment(application.secret, application.clock.now().epochMilliseconds)
  return render(visit, {
    title: correctionTitle(reader, head),
    description: reader.t('contributions.correction.lead'),
    children: <CorrectionForm network={network.slug} kind={kind} head={head} begun={begun} form={form} />,
  })
}

async function takeCorrection(
  visit: RecordRequest,
  typed: z.output<typeof correctionForm>,
): Promise<ToldPage> {
  const { application, writing, reader, network, kind, head } = visit
  const { words, source, name, address, website, begun } = typed
  const now = application.clock.now().epochMilliseconds
  await inTransaction(writing, async (inside) => {
    await takeTurn(inside, 'corrections')
    const lately = await countLately(inside, typed)
    // The answer does not differ, so that nobody learns how it was treated.
    if (lately.fromAddress >= mostADay) return
    const sent = { texts: [words, source], trap: website, begun, repeated: lately.repeated }
    const heldFor = holdFor(sent, application.secret, now)
    const reported = { words, source, name, address, language: reader.interfaceLanguage }
    const id = await reportCorrection(inside, { network, kind, head, heldFor, ...reported })
    const quoted = { text: words, language: reader.interfaceLanguage }
    await notifyReader({ ...visit, writing: inside }, head, { id, ...reported }, { key: 'confirm', quoted })
  })
  return {
    title: correctionTitle(reader, head),
    description: reader.t('contributions.correction.lead'),
    children: (
      <CorrectionSent
        address={address}
        record={paths.record(reader, network.slug, kind, head.slug)}
        name={chooseName(head.title, reader.language).text}
      />
    ),
  }
}

function correctionTitle(reader: Reader, head: RecordHead): string {
  return reader.t('contributions.correction.title', { record: chooseName(head.title, reader.language).text })
}

interface CorrectionFormProps extends Pick<RecordRequest, 'kind' | 'head'> {
  network: string
  begun: string
  form: FormState
}

/** The form by which anyone reports an error on a page. */
function CorrectionForm({ network, kind, head, begun, form }: CorrectionFormProps) {
  const reader = useReader()
  const { t } = reader
  const record = paths.record(reader, network, kind, head.slug)
  return (
    <>
      <PageHeading
        kicker={<a href={record}>{t('contributions.history.back')}</a>}
        lead={t('contributions.correction.lead')}
      >
        {correctionTitle(reader, head)}
      </PageHeading>
      <Form action={`${record.split('?')[0]}/correction`} form={form}>
        <ErrorList form={form} />
        <TextAreaField
          name="words"
          label={t('contributions.correction.words')}
          hint={t('contributions.correction.wordsHint')}
          max={3000}
          required
        />
        <Field
          name="source"
          label={t('contributions.correction.source')}
          hint={t('contributions.correction.sourceHint')}
        />
        <Field name="name" label={t('contributions.correction.name')} autocomplete="name" />
        <Field
          name="address"
          type="email"
          label={t('contributions.correction.address')}
          hint={t('contributions.correction.addressHint')}
          autocomplete="email"
          required
        />
        <SpamTrap begun={begun} />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('contributions.correction.send')}
          </button>
        </p>
        <p class="form-note">{t('contributions.correction.note')}</p>
      </Form>
    </>
  )
}

interface CorrectionSentProps {
  address: string
  record: string
  name: string
}

/** The next step: a mail to confirm from. */
function CorrectionSent({ address, record, name }: CorrectionSentProps) {
  const { t } = useReader()
  return (
    <MessagePage
      kicker={<a href={record}>{name}</a>}
      title={t('contributions.correction.sentTitle')}
      text={t('contributions.correction.sent', { address })}
    />
  )
}

/** What a reader without an account reports: the error, their source, and how to answer. */
const correctionForm = z.object({
  words: z.string().trim().min(10, says('contributions.error.words')).max(3000),
  source: z.string().trim().max(500).default(''),
  name: z.string().trim().max(100).default(''),
  address: z
    .string()
    .trim()
    .min(1)
    .refine((address) => readMailAddress(address) !== null, says('ui.form.email'))
    .transform((address) => readMailAddress(address) ?? address),
  // Hidden from people; programs fill it in.
  website: z.string().default(''),
  begun: z.string().max(200).default(''),
})
