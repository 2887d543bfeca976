import type { Feature } from '../../platform/http/feature.ts'
import { openTranslator } from '../../platform/translation/open-translator.ts'
import { answerTaker } from './answering/by-mail.commands.ts'
import { addAnsweringRoutes } from './answering/pages.tsx'
import { addQuestionsApi } from './api.ts'
import { addAskingRoutes } from './asking/pages.tsx'
import { questionTranslation } from './machine.commands.ts'
import { measuresPart, quarterOfQuestions } from './measures/measure-parts.tsx'
import { questionsMessages } from './messages/index.ts'
import { foundQuestions, openQuestions } from './network-parts.tsx'
import { eraseFromQuestions } from './personal-data.commands.ts'
import { listPeerQuestionData } from './personal-data.queries.ts'
import { questionTexts } from './question-texts.commands.ts'
import { listQuestionPages } from './questions/list.queries.ts'
import { addQuestionRoutes } from './questions/pages.tsx'
import { forgetOldNames } from './retention.commands.ts'
import { addRightsRoutes } from './rights.pages.tsx'
import { routingCommands } from './routing/cli.ts'
import { followQuestions } from './routing/follow.commands.ts'
import { questionsToDo } from './to-do.queries.ts'

/** What authorities ask their peers: put to few, by mail, and followed until it is answered. */
export const questions: Feature = {
  name: 'questions',
  messages: questionsMessages,
  routes: (app, application) => {
    addQuestionRoutes(app, application)
    addAskingRoutes(app, application)
    addAnsweringRoutes(app, application)
    addRightsRoutes(app, application)
  },
  api: addQuestionsApi,
  commands: routingCommands,
  texts: [questionTexts],
  mails: { 'questions.question': 'questions.mail.kind', 'questions.asked': 'questions.mail.kindAsked' },
  jobs: (application) => {
    const translator = openTranslator(application.settings.translation)
    return [
      { name: 'questions.forget', cron: '55 2 * * *', run: () => forgetOldNames(application) },
      { name: 'questions.follow', cron: '*/5 * * * *', run: () => followQuestions(application) },
      ...(translator === null
        ? []
        : [
            {
              name: 'questions.translate',
              cron: '* * * * *',
              run: questionTranslation(application, translator),
            },
          ]),
    ]
  },
  answers: answerTaker,
  toDo: questionsToDo,
  sitemap: listQuestionPages,
  networkParts: [foundQuestions, quarterOfQuestions],
  reportParts: (translate) => [measuresPart(translate)],
  letterSources: [openQuestions('open'), openQuestions('answered')],
  personalData: { collect: listPeerQuestionData, erase: eraseFromQuestions },
}
