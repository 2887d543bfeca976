import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readForm, readValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { DateField } from '../../../ui/form/date-field.tsx'
import { drawNetworkPage } from '../../networks/index.ts'
import { neverKept } from '../call.ts'
import { askConsent } from '../consents/commands.ts'
import { paths } from '../paths.ts'
import { type PostRequest, readPostEdit } from '../posts/call.ts'
import { vacancyForm } from '../posts/schema.ts'
import { postTitle } from '../posts/views/post-title.ts'
import { findProcessing } from '../processing/queries.ts'
import { eraseHolder, extendRetention } from '../retention/commands.ts'
import { addHolder, confirmHolder, correctHolder, declareVacancy, handOver } from './commands.ts'
import { holderValues } from './holder-values.ts'
import { departureForm, holderForm } from './schema.ts'
import { HolderForm } from './views/holder-form.tsx'
import { VacancyForm, vacancyValues } from './views/vacancy-form.tsx'

type Step = 'holder' | 'handover'

/** What is done about the person in a post: put in, corrected, handed over, confirmed, prolonged, erased. */
export function addHolderRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  for (const step of ['holder', 'handover'] as const) {
    const address = `/:language/:network/contacts/:post/${step}`
    pages.get(address, readPostEdit, async (asked) => {
      checkStep(asked, step)
      return drawForm(asked, step, await valuesFor(asked, step), [])
    })
    pages.post(address, async (visit) => {
      return takeForm(visit, step)
    })
  }
  addVacancyRoutes(app, application)
  addOneClickRoutes(app, application)
}

// The present person is corrected by who sees them; a post is handed over by who may not see whom it leaves.
function checkStep({ post: { id, holder } }: PostRequest, step: Step): void {
  if (step === 'handover' ? holder === null : holder?.withheld === 'all' || holder?.isRemoved) notFound(id)
}

async function valuesFor(asked: PostRequest, step: Step): Promise<FormValues> {
  const { context, network, reader, post } = asked
  const { legalBasis } = await findProcessing(context, network.id)
  const { country } = post.organisation
  const own = { FR: 'fr', KR: 'ko' }[country] ?? network.languages[0] ?? 'en'
  return holderValues(reader, step === 'holder' ? post.holder : null, { country, language: own, legalBasis })
}

async function takeForm(visit: Visit, step: Step) {
  const { request, reply } = visit
  const asked = await readPostEdit(visit)
  checkStep(asked, step)
  const { context, network, reader, post } = asked
  const form = readForm(
    holderForm({
      language: reader.interfaceLanguage,
      languages: network.languages,
      countries: network.countries,
      today: dayOf(context.clock),
    }),
    request.body,
  )
  const departure = readForm(departureForm(reader.interfaceLanguage), request.body)
  if (!form.valid || !departure.valid) {
    const errors = [...(departure.valid ? [] : departure.errors), ...(form.valid ? [] : form.errors)]
    return drawForm(asked, step, readValues(request.body), errors)
  }
  if (step === 'handover')
    await handOver(context, network.id, post.id, {
      until: departure.data.until?.edtf ?? null,
      next: form.data,
    })
  else if (post.holder) await correctHolder(context, network.id, post.id, form.data)
  else await addHolder(context, network.id, post.id, form.data)
  return reply.redirect(paths.post(reader, network.slug, post.id), 303)
}

function drawForm(asked: PostRequest, step: Step, values: FormValues, errors: FieldError[]) {
  const { reader, network, post } = asked
  const { t } = reader
  const title =
    step === 'handover'
      ? t('contacts.action.handOver')
      : t(post.holder ? 'contacts.action.correct' : 'contacts.action.fill')
  return drawNetworkPage(asked, {
    status: errors.length > 0 ? 422 : 200,
    title,
    description: t('contacts.page.lead'),
    path: `/contacts/${post.id}/${step}`,
    noindex: true,
    children: (
      <HolderForm
        title={title}
        lead={t(step === 'handover' ? 'contacts.form.handOverLead' : 'contacts.form.lead')}
        back={{ href: paths.post(reader, network.slug, post.id), label: postTitle(reader, post) }}
        action={paths.step(reader, network.slug, post.id, step)}
        languages={network.languages}
        countries={network.countries}
        values={values}
        errors={errors}
      >
        {step === 'handover'
          ? () => <DateField name="until" label={t('contacts.field.until')} />
          : () => null}
      </HolderForm>
    ),
  })
}

function addVacancyRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const draw = (asked: PostRequest, values: FormValues, errors: FieldError[]) =>
    drawNetworkPage(asked, {
      status: errors.length > 0 ? 422 : 200,
      title: asked.reader.t('contacts.action.vacancy'),
      description: asked.reader.t('contacts.page.lead'),
      path: `/contacts/${asked.post.id}/vacancy`,
      noindex: true,
      children: (
        <VacancyForm network={asked.network.slug} post={asked.post} values={values} errors={errors} />
      ),
    })

  pages.get('/:language/:network/contacts/:post/vacancy', readPostEdit, (asked) => {
    return draw(asked, vacancyValues(asked.reader, asked.post), [])
  })

  pages.post('/:language/:network/contacts/:post/vacancy', readPostEdit, async (asked) => {
    const { request, reply, context, network, reader, post } = asked
    const form = readForm(vacancyForm(reader.interfaceLanguage), request.body)
    if (!form.valid) return draw(asked, form.values, form.errors)
    await declareVacancy(context, network.id, post.id, {
      since: form.data.since?.edtf ?? null,
      announcedFor: form.data.announcedFor?.edtf ?? null,
    })
    return reply.redirect(paths.post(reader, network.slug, post.id), 303)
  })
}

function addOneClickRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const onClick = (step: string, work: (asked: PostRequest, request: FastifyRequest) => Promise<void>) => {
    pages.post(`/:language/:network/contacts/:post/${step}`, readPostEdit, async (asked) => {
      const { request, reply } = asked
      await work(asked, request)
      return reply.redirect(addressAfter(asked, parameterOf(request.body, 'from')), 303)
    })
  }
  onClick('confirmation', async (asked) => {
    if (asked.post.holder?.withheld !== null) notFound(asked.post.id)
    await confirmHolder(asked.context, asked.network.id, asked.post.id)
  })
  onClick('extension', (asked) => extendRetention(asked.context, asked.network.id, asked.post.id))
  onClick('erasure', (asked, request) =>
    eraseHolder(
      asked.context,
      asked.network.id,
      asked.post.id,
      parameterOf(request.body, 'contact') ?? notFound(),
    ),
  )
  onClick('consent', (asked) => askConsent(application, asked.context, asked.network.id, asked.post.id))
}

function addressAfter({ reader, network, post }: PostRequest, from: string | undefined): string {
  if (from === 'list') return `${paths.list(reader, network.slug)}#post-${post.id}`
  return from === 'review' ? paths.review(reader, network.slug) : paths.post(reader, network.slug, post.id)
}
