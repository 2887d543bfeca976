import type { Feature } from '../platform/http/feature.ts'
import { agenda } from './agenda/index.ts'
import { briefs } from './briefs/index.ts'
import { contacts } from './contacts/index.ts'
import { contributions } from './contributions/index.ts'
import { demonstration } from './demonstration/index.ts'
import { directory } from './directory/index.ts'
import { glossary } from './glossary/index.ts'
import { imports } from './imports/index.ts'
import { minutes } from './minutes/index.ts'
import { networks } from './networks/index.ts'
import { newsletter } from './newsletter/index.ts'
import { outbox } from './outbox/index.ts'
import { outcomes } from './outcomes/index.ts'
import { partners } from './partners/index.ts'
import { people } from './people/index.ts'
import { personalData } from './personal-data/index.ts'
import { pictures } from './pictures/index.ts'
import { practices } from './practices/index.ts'
import { questions } from './questions/index.ts'
import { registry } from './registry/index.ts'
import { reports } from './reports/index.ts'
import { site } from './site/index.ts'
import { todo } from './todo/index.ts'
import { translations } from './translations/index.ts'

/** The table of contents of the product: removing a feature is deleting its folder and its line here. */
export const features: Feature[] = [
  site,
  networks,
  registry,
  people,
  personalData,
  agenda,
  outcomes,
  minutes,
  partners,
  practices,
  questions,
  briefs,
  reports,
  newsletter,
  directory,
  contributions,
  pictures,
  imports,
  translations,
  glossary,
  contacts,
  outbox,
  todo,
  demonstration,
]
