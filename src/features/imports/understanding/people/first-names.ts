import { wordSet } from '../../../../platform/reading/word-lists.ts'

/** Usual first names without accents: they identify persons named without title. */
export const firstNames = wordSet(`
  abdel abdelkader abdellah abderrahmane abdoulaye abel adama adele adeline adjoua adolphe adrien
  adrienne afi agathe agnes agnieszka ahmed aicha aida aime aimee aissata akim akira akos aksel alain
  alban albert alberto aldo alejandro aleksander alessandra alessandro alexandra alexandre alexis alfonso
  alfred alfredo ali alice alima alina aline aliou alioune alistair alix alma alois alphonse alvaro
  amadeo amadou amandine amani amara amaury ambroise amel amelie amina aminata amine amir amira ana anais
  anas anatole anders andre andree andrei andrej andres andrew andry andrzej angela angele angelina
  angelique angelo angharad ani anita anja anke anna annaig annaik anne anneke annick annie anouk anselme
  ansgar antje antoine antoinette anton antonella antonin antonio apolline arantxa ariane aristide
  arlette armand armande armelle armen arnaud arnold arthur artur arturo assia assiatou astou astrid
  athina aude audrey auguste augustin augustine aurelie aurelien aurore awa awatef axel axelle ayse
  azenor aziz azzedine babacar bachir bakary baptiste barbara bartosz basile bassem bastian bastien beata
  beate beatrice bela benedetta benedicte benedikt benita benjamin benoit benoite bernadette bernard
  bernd bernhard berthe bertille bertrand bettina bianca bilal bineta binta birgit birgitte bjorn blaise
  blanche blandine bleuenn bleuzen bogdan bojan boris boubacar boubker brahim brahima branko brice
  brigitte bruna bruno burkhard calixte camelia camille candice capucine carina carine carla carlo
  carlo-alberto carlos carlotta carmen carola carole caroline cassandre catarina catherine cathy cecile
  cedric celestin celestine celine cem cengiz cesar chadi chafik chaima chakib chantal charbel charles
  charlotte cheikh chiara chinedu chloe christa christel christelle christian christiane christina
  christine christophe christopher cindy ciro claas claire clara clarisse claude claudette claudia
  claudine claudio clea clemence clement cleo clotaire clotilde colette constance coralie corentin
  corentine corinne cornelia cosmin coumba cristian cristiana cristina cyprien cyrielle cyril cyrille
  dagmar dalila damien danica daniel daniele danielle danilo danuta daouda daria dario darius david dawit
  deborah delphine denis denise deniz denys desire detlef diana diane diarra didier diego dieter dietmar
  dimitri dimitris dina dionisio djibril dolores domenico dominik dominique donatien donato dora doriane
  dorothea dorothee dragan driss duarte duc dusan dylan ebru eckhard edern edgar edith edmond edoardo
  edouard eduardo edwige eileen einar ekaterina elena eleni eleonore elfriede eliane elias elie elif
  eliott elisa elisabeth elise eliza elke ella ellen elodie eloi eloise elsa elvira elvire emeline
  emerick emil emile emilia emilie emilien emilio emine emma emmanuel emmanuelle emre endre ennio enor
  enora enrico enrique enzo erhan eric erich erik erika ernest ernst erwan erwann erwin esra estella
  estelle esther eszter etienne etiennette ettore eudes eudoxie eugene eugenia eugenie eulalie eva
  evangeline eve evelyne evgenia ewa ewen fabiana fabien fabienne fabio fabiola fabrice fabrizio fadia
  fahd faical fairouz faisal faly fanja fanny fanta farah farid farida fatih fatiha fatim fatima fatma
  fatoumata faustine federica federico felicia felicie felicien felicite felipe felix ferdinand ferenc
  feriel fernand fernanda fernando ferruccio fidele fidy filipe filippo fiona firas firmin flavie flavien
  flore florence florent florentin florian florin fode fouad fouzia francesca francesco francine francis
  francisco franciska franck franco francois francoise frank franziska freddy frederic frederique fredrik
  frida friederike friedrich fritz fulbert gabriel gabrielle gaby gael gaelle gaetan gaia gareth gaspard
  gaston gauthier gautier gayane genevieve geoffroy georg george georges georgette georgia georgina
  gerald geraldine gerard gerardo gerd gerda gerhard germain germaine germano ghassan gheorghe ghislain
  ghislaine ghizlane giacomo gianluca gianni gilbert gilberte gildas gilles gina ginette gino giorgio
  giovanna giovanni gisele giselle giulia giuliana giuliano giuseppe giuseppina gizem glenn goncalo
  gonzalo goran gordon graziella grazyna gregoire gregory greta grigor guenter guido guilhem guillaume
  guillemette guillermo gulsen gunter gunther gustav gustave gustavo guus guy gwenael gwenaelle gwendal
  gwendoline gwenn gwenola habib habiba hadrien hafid hafida haja hakan hakim hala halima hamid hamidou
  hamza hana hanane hanitra hanna hannah hannelore hans hanta harald harold harri haruto hasan hassan
  hatem hayat hayet hayk heather hedwig heidi heike heinrich heinz helen helena helene helga helge helmut
  henda hendrik henning henri henriette henrik henrique herbert hermann hermine herve herveline hery
  hicham hilda hilde hildegard hind hiroshi holger horst houda howard hubert hugo hugues huguette hulya
  hussein ibou ibrahim ibrahima ibtissem idris idrissa iglika ignace ignacio igor ikram ilaria ildiko
  ilham ilias ilse iman imane imen imke imre ina ines inga inge ingeborg ingrid ioana ioannis irena irene
  irina iris irma isabel isabella isabelle isidore ismael ismahane ismail issa issam issouf istvan ivan
  ivana ivo jaap jacek jacinthe jack jacob jacopo jacqueline jacques jakob jakub jamal james jamila jan
  jana janine janos janusz jaroslav jaume javier jean jeanne jeannette jeannine jeff jeffrey jelena
  jennifer jens jeremie jeremy jerome jesper jessica jesus jihane jill jim joachim joan joanna joao
  joaquim joaquin jocelyn jocelyne jochen joel joelle johan johann johanna johannes john johnny jonas
  jonathan jordi jorg jorge jorn jose joseba josef joseph josephine josette josiane joyce juan jude
  judith juergen jules julia juliana juliane julianne julie julien juliette julio julius jung junior
  junko jurgen justine jutta kacem kadiatou kadija kaija kamal kamel kamil karel karen karim karima
  karine karl karolina karsten kassim katarzyna katell kateryna katharina kathleen kathryn kathy katia
  katja katrin kaya kazuko keiko keith kelly kemal ken kenji kenneth kerstin kettly kevin khadija khady
  khaled khalid khaoula killian kim kimberly kirsten klara klaus koffi kofi kokou konrad konstantin
  konstantinos kossi kouadio kouame krystyna krzysztof kurt kwame laetitia lahcen laila lalao lamine
  larbi lars lassana laszlo latif latifa laura laure laurence laurene laurent laurenz laurie lea leandro
  leila lena lene leo leon leonard leonardo leonie leonor leonora leopold leopoldine leslie leticia levon
  li liam licinia liesbeth lilian liliane lina linda lino lionel lisa lisbeth lise lison livia livio liz
  lluis loan loeiza loic loredana lorenz lorenzo lorraine lothar loubna louis louisa louise louison louna
  lova lubna luc luca lucas luce luciana luciano lucie lucien lucienne lucile lucinda lucrece ludivine
  ludmila ludovic luigi luis luisa luise lukas lukasz lutz lydia lydie lyes lyna macarena maciej
  maddalena madeleine maden mady mael maelle magali magda magdalena maha mahamadou maher mahmoud maia
  maite maiwenn majda makenson malek malgorzata malick malik malika mamadou mame mamy manel manfred
  manoel manolis manon manouchka mansour manuel manuela mara marc marcel marcela marcella marcelle
  marcelline marcello marcin marco marcos marek margareta margarete margarida margarita margaux
  margherita margot margret marguerite maria mariam mariama mariana mariangela marianne mariano maribel
  marica marie marie-ange marieke marielle marietou mariette marija marijke mariko marilena marilia
  marilyne marina marine mario marion maris marisa marissa marita marius marjolaine marjolein marjorie
  mark marko markus marlene marlies marta martha marthe martial martin martina martine marwa marwan mary
  maryam maryline maryse maryvonne masako mateo mateus mateusz mathias mathieu mathilde mathis matilda
  matilde matteo matthew matthias matthieu matti mattia maud maureen maurice mauricio mauro max maxime
  maximilian maximilien maya maylis mechthild medard mehdi melanie melissa mercedes meriem meryem mette
  mia micaela michael michaela michail michal michalis michel michela michele micheline michelle miguel
  mihaela mihai mike mikhail miklos mila milena milos mina ming miora mircea mireille miriam mirjam
  miroslav misako mitsuko modibo modou mohamadou mohamed mohammad mohammed moise momar mona monia monica
  monika monique morad morgane moritz morwenna mostafa mouhamadou mouna mounia mounir mourad moussa
  moustapha mukesh murat muriel mustapha mylene myriam nabil nabila nada nadege nadejda nadia nadine
  nadir nael nafi nafissatou nahla naima naina najat najib nala naoko naomi nasser natacha natalia
  natalie natascha nathalie nathan nathanael nawal nazim ndeye ndiaye neil nelly nelson nesrine neus
  nevena nezha nguyen nicholas nicola nicolas nicole nicoleta nicolina nicos nidal niels nikola nikolai
  nikolaos nikos nils nina nino ninon nisrine nizar njaka noa noah noel noelle noemie nolwen nolwenn nora
  norbert nordine norma nour noura nouria nuno nuria oceane octave octavia octavio odette odile odilon
  olaf ole oleg olena olga oliver olivera olivia olivier olle olympe omar ondine onja ophelie orane
  oriane oriol orsolya oscar oskar othmane ottavia otto ouarda oumar oumou ousmane oussama owain owen
  ozlem pablo pacome paloma pamela paola paolo papa pape pascal pascale patrice patricia patricio patrick
  patrizia paul paula paule paulette paulina pauline paulo pavel pavlos pawel pedro pelagie pere perla
  pernille perrine peter petr petra petros phil philip philippa philippe philomene pia pierluigi piero
  pierre pierrette piet pieter pietro pilar piotr polina priscilla priya prosper quentin rabah rachel
  rachid rachida radek radka rado radoslav rafael rafaela rafal rafik ragnar rahma raimund rainer raissa
  rajae ralf ralph ramon ramona randa rania raoul raphael raphaelle raquel rasmus raymond raymonde razvan
  rebecca rebekka reda regine regis reinhard reinhold remi remy rena renata renate renaud rene renee
  renzo reza rhea rhian ricarda ricardo riccardo richard rickard rim rita robert roberta roberte roberto
  robin rodica rodolphe rodrigo roger rogerio rokhaya roland rolande rolf romain roman romana romane
  romeo romuald ronald ronan rosa rosalia rosalie rosalind rosanna rosaria rose rosella roselyne rosemond
  rosetta rosita rossana roula roxana roxane rozenn ruben rudi rudiger rudolf rui rula rupert russell
  ruth ryad saad sabah sabine sabri sabrina sadia safia said saida salah salam salif saliha salim
  salimata salma salome salvatore sam sami samia samir samira samuel samuele samy sana sander sandor
  sandra sandrine sandro sara sarah sascha saskia satoshi sauveur savas scott sean sebastian sebastiano
  sebastien selim selma senka serena serge sergei sergio severin severine seydou seyni sharon sheila
  shirin sian sibylle sidonie siegfried sietske sigrid siham silke silvana silvia silvio simon simona
  simone simonetta sina sissel slavica slim smail soad soazig sofia sofiane sofie soizic sokhna solange
  solene solenn solenne solo solveig songul sonia sonja sophie soraya soren souad souleymane spyros stacy
  stanislas stanislav stanislaw stavros stefan stefania stefanie stefano steffen stelios stella stephan
  stephane stephanie stephen steve steven stig stina sue sunniva susan susana susann susanna susanne
  suzana suzanne suzette suzie svea sven svenja svetlana svitlana sylke sylvain sylvaine sylvester
  sylvestre sylvette sylvia sylviane sylvie tadeusz tahar takashi tamara tancrede tanguy tania tanja
  tarek tarik tatiana tatjana tea teddy teodora teresa terry tess tessa thais thanh thea theo theodora
  theodore theophile therese thiago thibaud thibault thibaut thiebaut thierry thijs thilo thomas
  thomasine thorsten tiana tibor tidiane tido tifenn tigran tilda tim timo timothee timothy tina tino
  tiphaine titouan tobias tojo tom tomas tomasz tommaso tony torben torsten toufik tove traian tran
  tristan tristana tudor tugdual uffe ugo ulf uli ulla ulrich ulrike ulysse umberto urbain urs ursula
  ursule uta ute uwe vaclav valentin valentine valentino valeria valerie valerio valery vanessa vasco
  vasile vassili vassilis veit vera verena veronica veronika veronique vesna vicente vickie victoire
  victor victorien viktor viktoria vilma vincent vincenza vincenzo vinciane violaine violette virgil
  virgile virginia virginie vittoria vittorio viviana viviane vladimir voahangy vojtech volker volodymyr
  wafa wafaa wahid walburga waldemar walid walter wanda warda wassim wei wendelin wendy werner wesley
  wided wideline wiebke wieslaw wilfrid wilfried wilhelm willem willy wilner wojciech wolfgang wolfram
  xavier xenia xiaoming yacine yacouba yaelle yamina yan yanis yann yann-ber yannick yannig yasmin
  yasmina yasmine yasser yassin yassine yasuko yazid yentl yesim ylva yoann yohan yohann yoko yolanda
  yolande yolette yoram youssef youssouf youssra yuki yukio yuko yuri yusuf yvan yvana yveline yves
  yvette yvon yvonne zacharie zahia zahra zakaria zakia zdenek zelia zeljko zeynep zhor ziad zied zineb
  zo zoe zofia zohra zoltan zora zoubida zoubir zsuzsanna zuzana
`)
