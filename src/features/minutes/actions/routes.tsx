import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FieldError, type FormValues, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage, readNetworkRequest } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayFollowAction } from '../policy.ts'
import { FormPage } from '../views/form-page.tsx'
import { meetingBack } from '../views/meeting-back.tsx'
import { findAction } from './queries.ts'
import { stepForm } from './schema.ts'
import { followAction } from './steps/commands.ts'
import { ActionPage } from './views/action-page.tsx'

/** Where somebody says what became of an action. */
export function addActionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/meetings/actions/:id', read, (asked) => {
    return draw(asked, { values: { state: asked.action.state }, errors: [] })
  })

  pages.post('/:language/:network/meetings/actions/:id', read, async (asked) => {
    const { request, reply, writing, network, reader, action } = asked
    const form = readForm(stepForm(reader.interfaceLanguage, asked.usualDay), request.body)
    if (!form.valid) return draw(withStatus(asked, 422), form)
    await followAction(writing, network.id, action.id, { ...form.data, language: reader.interfaceLanguage })
    return reply.redirect(`${paths.list(reader, network.slug)}#pending`, 303)
  })
}

async function read(visit: Visit) {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const action = await findAction(writing, asked.network.id, parameterOf(request.params, 'id') ?? '')
  if (!mayFollowAction(writing.actor, asked.network.id, action.organisation?.id ?? null)) notFound(action.id)
  return { ...asked, action }
}

async function draw(
  asked: Awaited<ReturnType<typeof read>>,
  { values, errors }: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { reader, network, action } = asked
  const title = chooseText(action.text, reader.language)?.text ?? ''
  const path = `/meetings/actions/${action.id}`
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.action.follow'),
    path,
    noindex: true,
    width: 'reading',
    children: (
      <FormPage
        title={title}
        back={
          action.meeting
            ? meetingBack(reader, network.slug, action.meeting)
            : { href: paths.list(reader, network.slug), label: reader.t('minutes.list.title') }
        }
        errors={errors}
      >
        <ActionPage
          network={network.slug}
          action={action}
          address={`/${reader.language}/${network.slug}${path}`}
          values={values}
          errors={errors}
        />
      </FormPage>
    ),
  })
}
