import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { type Pages, pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { localizedText, optionalWebAddress, textValues } from '../../../platform/input/text-input.ts'
import { personalErrors } from '../../../platform/records/fields/public-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateToType } from '../../../ui/text/date-words.ts'
import { chosenId } from '../../directory/index.ts'
import {
  addNetworkAction,
  addNetworkForm,
  listOrganisationRefs,
  OrganisationChoice,
  valuesOfChoice,
} from '../../directory/picking/index.ts'
import { loadNetworkRequest } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayDeclareUses } from '../policy.ts'
import { findPractice } from '../sheets/queries.ts'
import { confirmUse, declareUse, removeUse } from './commands.ts'
import { listUses, lookUpUse, type PracticeUse, useStates } from './queries.ts'

const longest = 800

/** How an authority says that it took a practice up, and how the other one confirms it. */
export function addUseRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/practices/:slug/uses'
  addUseForm(pages, `${place}/new`, async (visit) => {
    const loaded = await loadUsesRequest(visit)
    const { writing, network, practice } = loaded
    const [own] = organisationsOf(writing.actor, network.id, ['member'])
    const refs = await listOrganisationRefs(writing, own === undefined ? [] : [own])
    const use = (await listUses(writing, practice.id)).find(({ taker }) => taker.id === own) ?? null
    return {
      ...loaded,
      use,
      own: own === undefined || own === practice.holder.id ? null : (refs.get(own) ?? null),
    }
  })
  addUseForm(pages, `${place}/:use`, async (visit) => ({ ...(await loadUseRequest(visit)), own: null }))
  for (const [step, take] of Object.entries({ confirmation: confirmUse, removal: removeUse }))
    addNetworkAction(pages, `${place}/:use/${step}`, {
      open: loadUseRequest,
      schema: () => z.object({}),
      again: () => notFound('use'),
      save: async ({ writing, reader, network, practice, use }) => {
        await take(writing, practice, use)
        return `${paths.practice(reader, network.slug, practice.slug)}#uses`
      },
    })
}

async function loadUsesRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  const practice = await findPractice(writing, network.id, parameterOf(visit.request.params, 'slug') ?? '')
  const mayDeclare = mayDeclareUses(writing.actor, network.id)
  if (!mayDeclare || practice.publication !== 'published') notFound('uses')
  return { ...loaded, practice }
}

async function loadUseRequest(visit: Visit) {
  const loaded = await loadUsesRequest(visit)
  const use = await lookUpUse(
    loaded.writing,
    loaded.practice.id,
    parameterOf(visit.request.params, 'use') ?? '',
  )
  return { ...loaded, use: use ?? notFound('use') }
}

type UsesRequest = Awaited<ReturnType<typeof loadUsesRequest>>
type UseRequest = UsesRequest & { use: PracticeUse | null; own: PracticeUse['taker'] | null }

const textNames = ['reason', 'changed', 'outcome'] as const

function addUseForm(pages: Pages, place: string, open: (visit: Visit) => Promise<UseRequest>): void {
  addNetworkForm(pages, place, {
    open,
    title: 'practices.use.form.title',
    lead: 'practices.use.form.lead',
    submit: 'practices.use.form.save',
    width: 'reading',
    pickers: ['taker'],
    path: ({ practice, use }) => `/practices/${practice.slug}/uses/${use?.id ?? 'new'}`,
    values: ({ reader, use, own }) => ({
      ...valuesOfChoice(reader, 'taker', use?.taker ?? own ?? undefined),
      state: use?.state ?? '',
      since: use?.since ? dateToType(reader, use.since, null) : '',
      evidence: use?.evidence ?? '',
      ...Object.assign({}, ...textNames.map((name) => textValues(name, use?.[name] ?? {}))),
    }),
    back: ({ reader, network, practice }) => ({
      href: paths.practice(reader, network.slug, practice.slug),
      label: reader.t('practices.use.form.back'),
    }),
    schema: ({ reader, use }) =>
      z.object({
        state: z.enum(useStates),
        since: optionalSaidDate(reader.interfaceLanguage),
        reason: localizedText({ max: longest, previous: use?.reason ?? {} }),
        changed: localizedText({ max: longest, previous: use?.changed ?? {} }),
        outcome: localizedText({ max: longest, previous: use?.outcome ?? {} }),
        evidence: optionalWebAddress,
      }),
    fields: ({ network, reader, use }, _form, choices) => (
      <UseFields call={{ network, reader, form: null }} choices={choices} use={use} />
    ),
    save: async (visit, { since, evidence, state, ...texts }, choices) => {
      const { writing, reader, network, practice } = visit
      const organisationId = chosenId(choices, 'taker')
      const isReasoned = Object.keys(texts.reason).length > 0
      const errors = [
        ...(organisationId === practice.holder.id
          ? [fieldError('taker.name', 'practices.use.error.ownPractice')]
          : []),
        ...personalErrors(texts),
        ...(state === 'given_up' && !isReasoned
          ? [fieldError(`reason.${network.languages[0] ?? 'en'}.text`, 'practices.use.error.reason')]
          : []),
      ]
      if (organisationId === null || errors.length > 0) return errors
      await declareUse(writing, practice, {
        ...texts,
        ...{ organisationId, state, since: since?.edtf ?? null, evidence: evidence ?? '' },
      })
      return `${paths.practice(reader, network.slug, practice.slug)}#uses`
    },
  })
}

interface UseFieldsProps {
  call: Parameters<typeof OrganisationChoice>[0]['call']
  choices: Parameters<typeof OrganisationChoice>[0]['choices']
  use: PracticeUse | null
}

function UseFields({ call, choices, use }: UseFieldsProps) {
  const { t } = useReader()
  const { languages } = call.network
  return (
    <>
      <OrganisationChoice
        call={call}
        choices={choices}
        name="taker"
        label={t('practices.use.taker')}
        required
      />
      <ChoiceField
        name="state"
        label={t('practices.use.state')}
        options={useStates.map((value) => ({ value, label: t(`practices.use.states.${value}`) }))}
        required
      />
      <DateField name="since" label={t('practices.use.since')} />
      {textNames.map((name) => (
        <LocalizedField
          key={name}
          name={name}
          label={t(`practices.use.${name}`)}
          languages={languages}
          text={use?.[name] ?? {}}
          max={longest}
        />
      ))}
      <Field name="evidence" type="url" label={t('practices.field.evidence')} />
    </>
  )
}
