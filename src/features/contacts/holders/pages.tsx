import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateToType } from '../../../ui/text/date-words.ts'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { askConsent } from '../consents/commands.ts'
import { usualTransferBasis } from '../legal.ts'
import { paths } from '../paths.ts'
import { loadPostEditRequest, type PostRequest } from '../posts/request.ts'
import { vacancyForm } from '../posts/schema.ts'
import { findProcessing } from '../processing/queries.ts'
import { noStoreForContacts } from '../request.ts'
import { eraseHolder, extendRetention } from '../retention/commands.ts'
import { postTitle } from '../views/post-words.tsx'
import { addHolder, confirmHolder, correctHolder, declareVacancy, handOver } from './commands.ts'
import type { Holder } from './holder.ts'
import { handoverForm, holderForm } from './schema.ts'
import { GroundFields } from './views/ground-fields.tsx'
import { SalutationFields } from './views/salutation-fields.tsx'

/** Changes of the person in a post: add, correct, hand over, confirm, prolong, erase. */
export function addHolderRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForContacts)
  const one = '/:language/:network/contacts/:post'

  addNetworkForm(pages, `${one}/holder`, {
    ...formOf('holder'),
    open: loadVisibleHolderRequest,
    title: ({ reader: { t }, post }) => t(post.holder ? 'contacts.action.correct' : 'contacts.action.fill'),
    lead: 'contacts.form.lead',
    values: async (visit) => holderValues(visit.reader, visit.post.holder, await usualIn(visit)),
    schema: (visit) => holderForm(choicesIn(visit)),
    fields: ({ network: { languages, countries } }) => (
      <HolderFields languages={languages} countries={countries} />
    ),
    save: async ({ context, network, reader, post }, typed) => {
      if (post.holder) await correctHolder(context, network.id, post.id, typed)
      else await addHolder(context, network.id, post.id, typed)
      return paths.post(reader, network.slug, post.id)
    },
  })

  addNetworkForm(pages, `${one}/handover`, {
    ...formOf('handover'),
    open: loadHeldPostRequest,
    title: 'contacts.action.handOver',
    lead: 'contacts.form.handOverLead',
    values: async (visit) => holderValues(visit.reader, null, await usualIn(visit)),
    schema: (visit) => handoverForm(choicesIn(visit)),
    fields: ({ reader: { t }, network: { languages, countries } }) => (
      <>
        <DateField name="until" label={t('contacts.field.until')} />
        <HolderFields languages={languages} countries={countries} />
      </>
    ),
    save: async ({ context, network, reader, post }, { until, ...next }) => {
      await handOver(context, network.id, post.id, { until: until?.edtf ?? null, next })
      return paths.post(reader, network.slug, post.id)
    },
  })

  addNetworkForm(pages, `${one}/vacancy`, {
    ...formOf('vacancy'),
    open: loadPostEditRequest,
    title: 'contacts.action.vacancy',
    values: ({ reader, post: { vacantSince, announcedFor } }) => ({
      since: vacantSince === null ? '' : dateToType(reader, vacantSince, null),
      announcedFor: announcedFor === null ? '' : dateToType(reader, announcedFor, null),
    }),
    schema: ({ reader }) => vacancyForm(reader.interfaceLanguage),
    fields: ({ reader: { t } }) => (
      <>
        <DateField name="since" label={t('contacts.field.vacantSince')} />
        <DateField name="announcedFor" label={t('contacts.field.announcedFor')} />
      </>
    ),
    page: ({ reader, network, post }, form, state) => (
      <>
        <ErrorList form={state} />
        <PageHeading
          kicker={<a href={paths.post(reader, network.slug, post.id)}>{postTitle(reader, post)}</a>}
          lead={reader.t('contacts.vacancy.lead')}
        >
          {reader.t('contacts.action.vacancy')}
        </PageHeading>
        {post.isHeld ? (
          <Notice kind="warning">
            <p>{reader.t('contacts.vacancy.leaves')}</p>
          </Notice>
        ) : null}
        {form}
      </>
    ),
    save: async ({ context, network, reader, post }, { since, announcedFor }) => {
      await declareVacancy(context, network.id, post.id, {
        since: since?.edtf ?? null,
        announcedFor: announcedFor?.edtf ?? null,
      })
      return paths.post(reader, network.slug, post.id)
    },
  })

  addOneClickRoutes(app, application)
}

// What the forms about the person in a post share.
function formOf(step: 'holder' | 'handover' | 'vacancy') {
  return {
    description: 'contacts.page.lead',
    path: ({ post }: PostRequest) => `/contacts/${post.id}/${step}`,
    back: ({ reader, network, post }: PostRequest) => ({
      href: paths.post(reader, network.slug, post.id),
      label: postTitle(reader, post),
    }),
    action: ({ reader, network, post }: PostRequest) => paths.step(reader, network.slug, post.id, step),
    submit: 'contacts.action.save',
  } as const
}

// Correcting a holder requires seeing them; handing a post over does not require seeing its previous holder.
async function loadVisibleHolderRequest(visit: Visit): Promise<PostRequest> {
  const loaded = await loadPostEditRequest(visit)
  const { id, holder } = loaded.post
  return holder?.withheld === 'all' || holder?.isRemoved ? notFound(id) : loaded
}

async function loadHeldPostRequest(visit: Visit): Promise<PostRequest> {
  const loaded = await loadPostEditRequest(visit)
  return loaded.post.holder === null ? notFound(loaded.post.id) : loaded
}

async function usualIn({ context, network, post }: PostRequest) {
  const { legalBasis } = await findProcessing(context, network.id)
  const { country } = post.organisation
  return { country, language: { FR: 'fr', KR: 'ko' }[country] ?? network.languages[0] ?? 'en', legalBasis }
}

function choicesIn({ context, network, reader }: PostRequest) {
  const { languages, countries } = network
  return { language: reader.interfaceLanguage, languages, countries, today: dayOf(context.clock) }
}

interface HolderFieldsProps {
  languages: readonly string[]
  countries: readonly string[]
}

/** The person in a post: name, how to address and reach them, and the ground on which their data are kept. */
function HolderFields({ languages, countries }: HolderFieldsProps) {
  const { t } = useReader()
  return (
    <>
      <h2>{t('contacts.form.person')}</h2>
      <PersonFields languages={languages} />
      <h2>{t('contacts.form.reach')}</h2>
      <ReachFields languages={languages} />
      <h2>{t('contacts.form.grounds')}</h2>
      <GroundFields countries={countries} />
    </>
  )
}

function PersonFields({ languages }: Pick<HolderFieldsProps, 'languages'>) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <Field
        name="name"
        label={t('contacts.field.name')}
        hint={t('contacts.field.nameHint')}
        autocomplete="off"
        required
      />
      <ChoiceField
        name="nameLanguage"
        label={t('contacts.field.nameLanguage')}
        options={languages.map((tag) => ({ value: tag, label: languageInWords(reader, tag) }))}
        required
      />
      <Field
        name="romanised"
        label={t('contacts.field.romanised')}
        hint={t('contacts.field.romanisedHint')}
        autocomplete="off"
      />
      <SalutationFields languages={languages} />
      <DateField name="from" label={t('contacts.field.from')} />
    </>
  )
}

function ReachFields({ languages }: Pick<HolderFieldsProps, 'languages'>) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <Field name="email" type="email" label={t('contacts.field.email')} autocomplete="off" />
      <Field
        name="telephone"
        type="tel"
        label={t('contacts.field.telephone')}
        hint={t('contacts.field.telephoneHint')}
        autocomplete="off"
      />
      <ChoiceField
        name="languages"
        label={t('contacts.field.languages')}
        options={languages.map((tag) => ({ value: tag, label: languageInWords(reader, tag) }))}
        multiple
      />
    </>
  )
}

function addOneClickRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForContacts)
  const onClick = (step: string, work: (asked: PostRequest, request: FastifyRequest) => Promise<void>) => {
    pages.post(`/:language/:network/contacts/:post/${step}`, loadPostEditRequest, async (visit) => {
      const { request, reply } = visit
      await work(visit, request)
      return reply.redirect(addressAfter(visit, parameterOf(request.body, 'from')), 303)
    })
  }
  onClick('confirmation', async (visit) => {
    if (visit.post.holder?.withheld !== null) notFound(visit.post.id)
    await confirmHolder(visit.context, visit.network.id, visit.post.id)
  })
  onClick('extension', (visit) => extendRetention(visit.context, visit.network.id, visit.post.id))
  onClick('erasure', (visit, request) =>
    eraseHolder(
      visit.context,
      visit.network.id,
      visit.post.id,
      parameterOf(request.body, 'contact') ?? notFound(),
    ),
  )
  onClick('consent', (visit) => askConsent(application, visit.context, visit.network.id, visit.post.id))
}

function addressAfter({ reader, network, post }: PostRequest, from: string | undefined): string {
  if (from === 'list') return `${paths.list(reader, network.slug)}#post-${post.id}`
  return from === 'review' ? paths.review(reader, network.slug) : paths.post(reader, network.slug, post.id)
}

/** The initial values of the form of a person: the kept data, or what is usual in their country. */
function holderValues(
  reader: Reader,
  holder: Holder | null,
  { country, language, legalBasis }: { country: string; language: string; legalBasis: string },
): FormValues {
  if (holder === null)
    return {
      nameLanguage: language,
      languages: [language],
      residence: country,
      legalBasis,
      transferBasis: usualTransferBasis(country),
    }
  const tags = Object.keys(holder.name)
  const own = tags.find((tag) => !tag.endsWith('-Latn')) ?? language
  return {
    name: holder.name[own] ?? '',
    nameLanguage: own,
    romanised: holder.name[`${own}-Latn`] ?? '',
    ...Object.fromEntries(
      Object.entries(holder.salutation).map(([tag, text]) => [`salutation.${tag}`, text]),
    ),
    languages: holder.languages,
    email: holder.email ?? '',
    telephone: holder.telephone ?? '',
    from: holder.from === null ? '' : dateToType(reader, holder.from, null),
    residence: holder.residence,
    provenance: holder.provenance,
    provenanceNote: holder.provenanceNote,
    legalBasis: holder.legalBasis,
    transferBasis: holder.transferBasis,
    retentionUntil: holder.retentionUntil,
  }
}
