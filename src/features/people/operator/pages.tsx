import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { loadPageRequest, type PageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { type FormState, fieldError, says } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import {
  isCountry,
  isLanguageTag,
  isReserved,
  isSlug,
  lookUpNetwork,
  readCodes,
} from '../../networks/index.ts'
import { addOwnAction, sendOwnPage } from '../frame.tsx'
import { LanguageField } from '../language-field.tsx'
import { paths } from '../paths.ts'
import { mayAddPeople } from '../policy.ts'
import { personName, typedAddress, writtenLanguage } from '../schema.ts'
import { addNetworkWithCoordinator } from './commands.ts'
import { listServedNetworks, type ServedNetwork } from './queries.ts'

const path = '/operator'

export function addOperatorRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/operator', loadOperatorRequest, (visit) => render(visit, { values: {}, errors: [] }))

  addOwnAction(
    pages,
    { path, address: '/:language/operator/networks' },
    {
      open: loadOperatorRequest,
      schema: networkForm,
      again: render,
      save: async ({ context, reader }, typed) => {
        if (await lookUpNetwork(context, typed.slug)) return [fieldError('slug', 'people.operator.slugTaken')]
        await addNetworkWithCoordinator(context, application, typed)
        return paths.people(reader, typed.slug)
      },
    },
  )
}

function loadOperatorRequest(visit: Visit): PageRequest {
  const loaded = loadPageRequest(visit)
  return mayAddPeople(loaded.context.actor) ? loaded : notFound()
}

async function render(visit: PageRequest, form: FormState): Promise<FastifyReply> {
  const { application, reply, context, reader } = visit
  const networks = await listServedNetworks(context)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.operator.title'),
    description: reader.t('people.operator.lead'),
    path,
    children: <OperatorPage networks={networks} form={form} />,
  })
}

/** For operators: the networks of the server, and a form to make another one. */
function OperatorPage({ networks, form }: { networks: ServedNetwork[]; form: FormState }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <ErrorList form={form} />
      <PageHeading lead={t('people.operator.lead')}>{t('people.operator.title')}</PageHeading>
      <Section id="networks" title={t('people.operator.networks')} aside={String(networks.length)}>
        {networks.length === 0 ? (
          <EmptyState title={t('people.operator.emptyTitle')} why={t('people.operator.emptyWhy')} />
        ) : (
          <DataTable
            caption={t('people.operator.networks')}
            captionHidden
            columns={columnsOf(reader)}
            rows={networks}
            rowKey={(network) => network.slug}
          />
        )}
      </Section>
      <Section id="add" title={t('people.operator.add')}>
        <Form
          action={`/${reader.interfaceLanguage}/operator/networks`}
          form={form}
          submit={t('people.operator.make')}
        >
          <NetworkFields />
        </Form>
      </Section>
    </>
  )
}

function columnsOf(reader: Reader): Column<ServedNetwork>[] {
  const { t } = reader
  return [
    {
      key: 'name',
      label: t('people.operator.network'),
      header: true,
      wide: true,
      cell: ({ slug, name }) => (
        <>
          <a href={`/${reader.language}/${slug}`}>{chooseName(name, reader.language).text}</a>
          <span class="cell-note">{slug}</span>
        </>
      ),
    },
    {
      key: 'countries',
      label: t('people.operator.countries'),
      cell: ({ countries }) => countries.join(', '),
    },
    {
      key: 'languages',
      label: t('people.operator.languages'),
      cell: ({ languages }) => languages.join(', '),
    },
    {
      key: 'people',
      label: t('people.operator.people'),
      numeric: true,
      cell: ({ slug, people }) => <a href={paths.people(reader, slug)}>{people}</a>,
    },
    {
      key: 'coordinators',
      label: t('people.operator.coordinators'),
      numeric: true,
      cell: ({ coordinators }) => coordinators,
    },
  ]
}

/** The fields of a new network: address, countries, languages and first coordinator. */
function NetworkFields() {
  const { t, interfaceLanguage } = useReader()
  return (
    <>
      {fields.map(({ name, label, hint, required, type }) => (
        <Field
          key={name}
          name={name}
          type={type ?? 'text'}
          autocomplete="off"
          label={t(label)}
          hint={hint ? t(hint) : undefined}
          required={required}
        />
      ))}
      <LanguageField label={t('people.invite.language')} usual={interfaceLanguage} />
    </>
  )
}

interface FieldWords {
  name: string
  label: PlainMessageKey
  hint?: PlainMessageKey
  required: boolean
  type?: 'email'
}

const fields: readonly FieldWords[] = [
  { name: 'slug', label: 'people.operator.slug', hint: 'people.operator.slugHint', required: true },
  { name: 'networkName', label: 'people.operator.name', hint: 'people.operator.nameHint', required: false },
  {
    name: 'countries',
    label: 'people.operator.countries',
    hint: 'people.operator.countriesHint',
    required: true,
  },
  {
    name: 'languages',
    label: 'people.operator.languages',
    hint: 'people.operator.languagesHint',
    required: true,
  },
  { name: 'address', label: 'people.operator.coordinatorAddress', required: true, type: 'email' },
  { name: 'name', label: 'people.operator.coordinatorName', required: true },
]

/** A new network, as `entente network add` takes it, with its first coordinator. */
const networkForm = z.object({
  slug: z
    .string()
    .trim()
    .min(1)
    .refine(isSlug, says('people.operator.slugWrong'))
    .refine((slug) => !isReserved(slug), says('people.operator.slugReserved')),
  networkName: z
    .string()
    .trim()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .transform((text) => text || null)
    .default(null),
  countries: codes((text) => readCodes(text.toUpperCase(), isCountry), 'people.operator.countriesWrong'),
  languages: codes((text) => readCodes(text, isLanguageTag), 'people.operator.languagesWrong'),
  address: typedAddress,
  name: personName,
  language: writtenLanguage,
})

function codes(read: (text: string) => string[] | null, key: Parameters<typeof says>[0]) {
  return z
    .string()
    .min(1)
    .transform((text, context) => {
      const list = read(text)
      if (list === null) context.addIssue({ code: 'custom', message: says(key) })
      return list ?? []
    })
}
