import { helpWithForms } from './form.ts'
import { lightMapFromList } from './map-light.ts'
import { openPassagesInPlace } from './passage.ts'
import { offerPrinting } from './print.ts'

openPassagesInPlace(document)
lightMapFromList(document)
offerPrinting(document)
helpWithForms(document)
