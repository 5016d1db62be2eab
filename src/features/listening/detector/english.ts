import type { Lexicon } from './meanings.ts';

/** English words by meaning. A word stands once: the meaning that comes first here wins. */
export const ENGLISH: Lexicon = {
  buy: 'buy buys buying bought purchase purchases purchasing purchased procure procuring procured procurement order orders ordering ordered acquire acquiring preorder pre-order reorder re-order checkout',
  get: 'get gets getting got gotten grab grabbing pick picked picking pull snag spring add adding adopt adopting rent renting rented lease leasing leased hire put invest investing splurge',
  want: 'want wants wanted wanting need needs needed needing looking look wish consider considering considered eyeing eying exploring explore evaluate evaluating shopping shop interested thinking toying leaning lean propose proposing pitch pitching hunting hunt scouting researching shortlist shortlisted shortlisting prefer hoping keen tempted',
  advise:
    'recommend recommends recommended recommendation recommendations recs rec suggest suggestion suggestions advice opinions thoughts experience experiences pointers tips feedback tried favourite favorite ideas',
  compare:
    'vs versus compare compared comparing comparison alternative alternatives either whichever rather instead cheaper pricier better build bake-off bakeoff head-to-head side-by-side options option finalists finalist contenders',
  trial:
    'trial trials trialing trialling pilot piloting piloted poc pocs proof-of-concept sandbox demo demos beta evaluation eval evals tryout loaner test-drive freemium trialed trialled',
  price:
    'price prices priced pricing cost costs costing quote quotes quoted quoting quotation bid bids bidding rfp rfq tender discount discounts fee fees estimate estimates estimated negotiate negotiating negotiated negotiation haggle haggling expensive cheap rates proposal proposals tier-price list-price bundle offer offered offers surcharge rebate ballpark figure',
  sign: 'sign signs signing signed signature signatures countersign countersigned docusign approve approves approved approval approvals signoff sign-off sign-offs greenlight green-light ok okay ink rubber-stamp finalise finalize finalised finalized commit committing confirm',
  paper:
    'contract contracts agreement agreements msa dpa redline redlines redlined po pos requisition paperwork terms clause clauses sow form eula nda addendum',
  pay: 'pay pays paying paid card cards charge charges charged charging invoice invoices invoiced invoicing expense expensed expensing expenses receipt receipts reimburse reimbursed reimbursement bill bills billed billing subscribe subscribes subscribed subscribing subscription subscriptions topped top-up topup credits credit prepaid prepay deposit swipe swiped wire paypal amex visa',
  renew:
    'renew renews renewing renewed renewal renewals auto-renew auto-renews autorenew autorenews extend extending extended extension re-up reup rollover',
  end: 'expire expires expiring expired expiry expiration lapse lapses lapsing lapsed ends ending ended runs deadline due eol end-of-life end-of-support',
  seat: 'seat seats licence license licences licenses licensing plan plans tier tiers users quota cap caps headcount per-seat enterprise premium business-plan annual annually monthly yearly multi-year',
  grow: 'upgrade upgrades upgrading upgraded more extra another additional bump maxed exceed exceeded exhausted capacity limit limits new second third',
  not: "not no never don't dont doesn't doesnt didn't didnt won't wont isn't isnt aren't can't cant cannot wouldn't shouldn't haven't without nope neither nor none nobody ain't wasn't",
  drop: 'cancel cancels cancelled canceled cancelling canceling cancellation kill killed kills reject rejected declined decline shelve shelved dropped dropping drop scrap scrapped ditch ditched ditching passed veto vetoed frozen freeze parked killed off abandon abandoned turned walk',
  budget:
    'budget budgets budgeted budgeting funding funded funds spend spending capex opex finance cfo procurement-team approver quarter fiscal fy q1 q2 q3 q4',
  customer:
    "customer customers client clients prospect prospects buyer buyers customer's client's lead leads deal deals upsell pipeline churn account-exec tenant tenants guest guests shopper shoppers subscriber subscribers",
  'own-product':
    'our-pricing landing-page paywall stripe-webhook funnel conversion conversions storefront listing listings pricing-page roadmap ship shipped launch launched release released releasing',
  vendor:
    "vendor vendors vendor's supplier suppliers provider providers rep reps reseller resellers distributor distributors salesperson sales saas startup partner manufacturer integrator dealer ae",
  past: 'ago formerly previously previous used-to back-then former ex-company remember remembered history historical years decade 2015 2016 2017 2018 2019 2020 2021 2022 2023 earlier once originally',
  recent: 'just today yesterday morning tonight afternoon now already finally',
  soon: 'tomorrow soon week monday tuesday wednesday thursday friday month eod eow eom next asap tonight noon weekend midnight january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri',
  private:
    "wife husband kid kids son daughter mom mum dad mother father girlfriend boyfriend personal personally home hobby family birthday apartment house myself sister brother grandma side-project wedding niece nephew roommate flatmate partner's hubby",
  software:
    'software tool tools platform platforms app apps saas crm erp hris ats cms cdp etl bi vpn mdm siem sso idp edr wiki helpdesk suite solution solutions product products chatbot dashboard analytics tracker planner scheduler system systems package plugin add-on addon copilot assistant ai llm gpt transcription e-signature esignature antivirus password-manager editor generator module',
  hardware:
    'laptop laptops monitor monitors screen screens server servers switch switches router routers printer printers scanner scanners headset headsets webcam webcams keyboard keyboards mouse mice tablet tablets ipad ipads phone phones iphone iphones macbook macbooks thinkpad thinkpads dock docks docking gpu gpus ssd ssds nas ups projector projectors camera cameras microphone microphones mic mics badge reader readers sensor sensors drone kiosk terminal terminals hardware workstation workstations chromebook chromebooks rack barcode toner cable cables firewall firewalls access-point access-points ap aps display displays robot oscilloscope battery batteries handheld handhelds tv whiteboard disk disks drive drives',
  cloud:
    'hosting hosted cloud domain domains cert certs certificate certificates ssl wildcard gpu-hours reserved instances storage backup backups bandwidth api apis token tokens sms sim sims broadband fibre fiber isp line lines telco voip number numbers colo vps cdn dns fleet 5g 4g esim internet uplink mobile',
  'not-tech':
    'pizza lunch dinner breakfast coffee tea snacks snack cake cakes food restaurant catering flight flights hotel hotels ticket tickets train taxi uber venue venues chair chairs desk desks furniture sofa plants plant swag t-shirt t-shirts tshirts shirts hoodies hoodie mugs gift gifts flowers parking gym yoga cleaning cleaner beer wine drinks bagels donuts sandwiches milk fridge microwave stickers banner banners posters shoes car cars bike house tent umbrella umbrellas paper pens notebooks envelopes fruit noodles salad tacos curry sushi burgers concert movie party bbq picnic carpet paint lamp lamps curtains kitchen oven toaster kettle trip insurance',
  code: 'function functions variable variables class method methods code codebase commit commits merge merged rebase branch repo repository listener listeners callback callbacks observable observables event events handler handlers queue topic webhook webhooks endpoint endpoints test tests unit-test compile compiler build-step lint linter regex parser string strings null undefined exception stack stacktrace error errors log logs deploy deployed deployment migration schema sql query queries table column field fields json yaml config flag flags pr prs diff refactor async await promise token-refresh header headers cache cron pod pods cluster node nodes container containers docker kernel driver drivers boot grub apt install installed installing script scripts debug patch thread threads pointer array loop struct enum type types module-import library libs compiler escape escaping quotes-around',
  access:
    'access permission permissions login logins log-in password passwords unlock locked invite invited invites invitation admin admins grant viewer rights role roles group membership sso-login mfa 2fa otp onboarding account accounts reset credential credentials provision provisioned workspace folder channel share shared',
  trouble:
    'broken bug bugs crash crashes crashed crashing slow down outage stuck frozen-screen failing fails fail failed issue issues problem problems glitch lag laggy weird wrong missing lost freeze hangs restart restarted reboot rebooted fix fixed fixing dead',
  help: 'how-to tip trick shortcut shortcuts guide docs documentation tutorial settings setting toggle button menu click press press-q tab export import filter notification notifications update updated',
  people:
    'consultant consultants consulting contractor contractors agency agencies freelancer freelancers training trainings course courses workshop workshops webinar conference conferences book books meetup certification exam recruiter recruiters bootcamp summit expo speaker keynote coach coaching lawyer auditor auditors translator interpreter',
  open: 'open-source opensource oss foss mit gpl lgpl agpl apache bsd mozilla fork forked github upstream maintainer maintainers copyleft spdx license-header npm pypi crate',
  news: 'stock stocks share-price shares ipo acquires acquired acquisition merger layoffs earnings revenue valuation investors investor nasdaq lawsuit antitrust article headline rumour rumor techcrunch announced announces keynote market crypto bitcoin funding-round series-b',
  we: "we we're we've we'd we'll our ours us team teams department dept squad company office everyone",
  me: "i i'm i've i'd i'll im ive my mine me",
  you: "you your yours you're u ur y'all",
  they: "they they're their theirs them he she his her him",
  ask: 'anyone anybody someone somebody who whom which what where when why how any does should shall could can would pls please',
  if: 'if unless whether until once-we maybe perhaps probably might possibly',
  free: 'free gratis complimentary self-hosted',
  'money-unit':
    'usd eur gbp twd ntd dollars dollar bucks euros euro pounds quid grand k cents aud sgd inr rs rupees yen jpy lakh per',
  'time-unit': 'year years yr yrs months mo mos days day weeks hours hour p.a pa annum seat-year',
  sell: 'sell sells selling sold seller renewals-team quota-attainment our-customers resale customer-facing commission',
  talk: 'call meeting meet presentation intro chat session walkthrough discovery webinar-call',
  use: 'use uses using user works working work run running ran switched',
  replace:
    'replace replaces replacing replaced replacement switch-to migrate migrating move moving swap swapping outgrown outgrew consolidate consolidating retire retiring sunset sunsetting',
  common:
    "the a an and or of to in on for with at by from it its it's this that these those is are was were be been being do did done have has had will would so as but then than there here out up off over into about after before all some one two three four five six seven eight nine ten lol haha hey hi hello thanks thank cheers sorry yes yeah yep sure btw fyi imo imho afaik ffs omg wtf tbh idk etc vs. e.g i.e re ok'd hr it ceo cto cio coo vp pm pms qa ux ui ops devops secops dev devs eng sre gdpr hipaa soc2 iso sla kpi okr roi tco faq pdf csv ppt api url http https www com q a m s t d ll ve let's lets that's what's who's there's he's she's saturday sunday sat sun christmas english chinese french german american europe asia taiwan taipei london berlin sf nyc uk us eu apac emea latam",
};
