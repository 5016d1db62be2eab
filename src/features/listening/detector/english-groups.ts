/** English words in groups that mean nearly the same, or play the same part in talk. Written for this purpose. A line is `group: word word …`. */
export const ENGLISH_GROUPS = `
buy: buy buys buying purchase purchases purchasing acquire acquires acquiring procure procures procuring obtain obtaining splurge splurging buy-in grab grabbing snag snagging snap-up purchasable
bought: bought purchased acquired procured obtained grabbed snagged splurged picked-up
order-verb: order orders ordering ordered reorder reorders reordering reordered preorder pre-order preordered pre-ordered backorder backordered back-ordered
subscribe: subscribe subscribes subscribing subscribed subscription subscriptions sub subs unsubscribe resubscribe resubscribed resubscribing
rent: rent rents renting rented rental rentals lease leases leasing leased hire-purchase rent-to-own leaseback sublease
pay: pay pays paying paid repay prepay prepaid prepaying prepayment settle settles settled settling remit remits remitted remitting remittance payable overpaid overpay overpaying underpaid
spend: spend spends spending spent outlay outlays expenditure expenditures overspend overspent overspending underspend underspent shell-out fork-out burn-rate
charge: charge charges charged charging debit debits debited debiting deduct deducted deducting deduction surcharge surcharges surcharged auto-charge auto-charged
top-up: topup top-up top-ups topped reload reloaded refill refilled replenish replenished replenishing recharge recharged
refund: refund refunds refunded refunding refundable nonrefundable non-refundable chargeback chargebacks clawback money-back rebate rebates
reimburse: reimburse reimburses reimbursed reimbursing reimbursement reimbursements expense expensed expensing expensable per-diem
invoice-doc: invoice invoices invoiced invoicing bill bills billed billing receipt receipts remittance-advice statement-of-account e-invoice einvoice proforma pro-forma
payment-means: card cards credit-card corporate-card p-card pcard wire ach iban swift cheque cheques cash petty-cash wallet wallets direct-debit
price-noun: price prices pricing priced cost costs costing costed fee fees tariff tariffs rate-card ratecard list-price msrp rrp sticker-price price-tag pricetag
price-doc: quote quotes quoted quoting quotation quotations proposal proposals bid bids bidding bidder bidders tender tenders tendering rfp rfps rfq rfqs rfi rfis pricelist price-list
discount: discount discounts discounted discounting markdown coupon coupons promo promos promocode voucher vouchers black-friday cyber-monday bogo
cheap: cheap cheaper cheapest cheaply affordable affordably inexpensive economical low-cost budget-friendly bargain bargains low-priced cost-effective
expensive: expensive pricey pricier priciest costly costlier costliest overpriced exorbitant steep steeper extortionate eye-watering pricy spendy rip-off ripoff
price-rise: markup mark-up uplift uplifts hike hikes hiked hiking price-hike gouge gouging surge-pricing upcharge upcharges inflation
free: free gratis complimentary free-of-charge costless no-cost freebie freebies freemium free-tier zero-cost giveaway
money: money dollars dollar bucks buck usd eur euro euros gbp pound pounds quid ntd twd nt cents cent yen jpy rmb hkd sgd currency currencies grand
budget: budget budgets budgeted budgeting capex opex cost-center cost-centre headroom line-item allocation allocations allocate allocated allocating earmark earmarked funds funding funded fund slush
no-budget: frozen freeze freezes cutback cutbacks belt-tightening overbudget over-budget austerity unfunded underfunded unbudgeted cost-cutting
save-money: savings cost-saving cost-savings trim trims trimmed trimming slash slashed slashing economise economize frugal thrifty
finance-noun: ledger ledgers accrual accruals accrue accrued depreciation depreciate amortize amortized amortise amortised balance-sheet cashflow cash-flow ebitda margin margins profit profits profitable profitability p-and-l liabilities liability equity bookkeeping audit-trail
revenue: revenue revenues arr mrr income turnover earnings gmv bookings-revenue run-rate topline top-line
tax: tax taxes taxed taxable vat gst withholding duty duties customs-duty tax-exempt
roi: roi tco payback break-even breakeven business-case justification justify justified justifying justifies worthwhile worth cost-benefit value-for-money
purchase-process: procurement sourcing requisition requisitions req reqs purchase-order po purchase-request vendor-onboarding sole-source
contract-doc: contract contracts contracted contracting agreement agreements msa msas sow sows nda ndas dpa dpas eula eulas sla slas addendum addenda addendums amendment amendments loi mou order-form annex
contract-terms: terms clause clauses redline redlines redlined redlining boilerplate indemnity indemnification indemnify warranty warranties termination-clause auto-renew auto-renewal autorenew autorenewal auto-renews lock-in lockin notice-period tos fine-print subprocessor subprocessors jurisdiction
sign: sign signs signing signed signature signatures countersign countersigned countersigning countersignature esign e-sign e-signature esignature initialed initialled wet-ink ink signatory signatories
negotiate: negotiate negotiates negotiating negotiated negotiation negotiations negotiable haggle haggling haggled bargaining beat-down knock-off knock-down counteroffer counter-offer countered lowball lowballed wiggle-room push-back pushback sweeten sweetened concession concessions
offer: offer offers offered offering offerings deal deals bundle bundles bundled bundling package-deal
commit-spend: commitment commitments committed-use committed-spend multi-year multiyear upfront reserved-instance reserved-instances pay-as-you-go payg metered consumption-based flat-rate
renew: renew renews renewing renewed renewal renewals re-up reupping re-upping reup re-sign rollover roll-over
expire: expire expires expiring expired expiry expiration expirations lapse lapses lapsed lapsing run-out elapse elapsed
extend: extend extends extending extended extension extensions prolong prolonged prolonging lengthen lengthened
cancel: cancel cancels cancelling canceling cancelled canceled cancellation cancellations terminate terminates terminated terminating termination scrap scrapped scrapping axe axed axing ditch ditched ditching unsubscribed unsubscribing discontinue discontinued discontinuing churned non-renewal
keep: keep keeps keeping kept retain retains retaining retained stick-with hang-onto preserve preserved
drop: drop drops dropping dropped abandon abandons abandoned abandoning sunset sunsets sunsetting sunsetted decommission decommissioned decommissioning retire retires retired retiring phase-out phaseout shelve shelved shelving
replace: replace replaces replacing replaced replacement replacements swap swaps swapping swapped substitute substitutes substituted supersede superseded successor drop-in supplant
switch: switch-over switching switched migrate migrates migrating migrated migration migrations transition transitions transitioning transitioned cutover cut-over switch switches
upgrade: upgrade upgrades upgrading upgraded downgrade downgrades downgrading downgraded upsize upsizing level-up bump-up
outgrow: outgrow outgrows outgrowing outgrown outgrew maxed max-out maxing capped exceed exceeds exceeded exceeding overage overages exhausted over-limit
plan-tier: tier tiers tiered enterprise premium pro basic starter add-on add-ons addon addons sku skus edition editions
seat-unit: seat seats licence licences license licenses licensing licencing licensed licenced unlicensed named-user per-seat per-user headcount-based perpetual site-license concurrent-user sublicense
quota: quota quotas allowance allowances limit limits limited limitation limitations cap caps threshold thresholds rate-limit rate-limited rate-limiting
credits: credits credit balance balances
trial-noun: trial trials trialing trialling trialed trialled pilot pilots piloting piloted poc pocs proof-of-concept sandbox sandboxes eval evals evaluation evaluations bakeoff bake-off bake-offs free-trial test-drive
demo: demo demos demoed demoing demo'd demonstration demonstrations showcase showcases walkthrough walkthroughs walk-through pitch pitches pitched pitching sales-call
evaluate: evaluate evaluates evaluating evaluated assess assesses assessing assessed assessment assessments appraise appraisal vet vets vetting vetted gauge gauging due-diligence scorecard scorecards scoring-matrix
try: try tries trying tried try-out attempt attempts attempting attempted dabble dabbling experiment experiments experimenting experimented
compare: compare compares comparing compared comparison comparisons comparative versus vs side-by-side head-to-head benchmark benchmarks benchmarking benchmarked stack-up contrast contrasting apples-to-apples matrix weigh weighs weighing weighed
option: option options alternative alternatives alternate alternates choice choices contender contenders shortlist shortlists shortlisted shortlisting longlist competitor competitors competing rival rivals finalist finalists frontrunner front-runner equivalent equivalents
prefer: prefer prefers preferred preferring preference preferences favor favour favored favoured favoring favouring favorite favourite leaning lean leans inclined opt-for
choose: choose chooses choosing chose chosen pick picks picking picked select selects selecting selected selection opt opts opted opting elect
build-vs-buy: in-house inhouse homegrown home-grown diy self-build roll-our-own build-vs-buy build-or-buy off-the-shelf custom-built bespoke turnkey outsource outsources outsourced outsourcing third-party thirdparty
consider: consider considers considering considered consideration contemplate contemplating contemplated ponder pondering toying mull mulling explore explores exploring explored exploration eyeing eye-up
look-for: looking seeking seek seeks sought hunting hunt search-for scouting scout scouted scope-out shop shopping shopped in-the-market
research: research researches researching researched investigate investigates investigating investigated investigation dig-into digging homework survey surveys surveyed surveying
recommend: recommend recommends recommending recommended recommendation recommendations recs reco recos suggest suggests suggesting suggested suggestion suggestions advise advises advising advised advocate vouch vouched tips pointers
need: need needs needing needed require requires requiring required requirement requirements must-have must-haves necessity necessary essential essentials prerequisite prerequisites
want: want wants wanting wanted wish wishes wishing wishlist wish-list desire desired desires wanna crave
decide: decide decides deciding decided decision decisions decision-maker determine determines determined determining conclude concluded conclusion finalise finalised finalising finalize finalized finalizing finalizes verdict undecided
propose: propose proposes proposing proposed put-forward nominate nominated
approve: approve approves approving approved approval approvals approver approvers sign-off signoff sign-offs signed-off greenlight greenlit green-light greenlighted authorise authorises authorised authorising authorize authorized authorizing go-ahead okayed ok'd endorse endorsed endorsing rubber-stamp rubberstamp ratify ratified sanction
refuse: refuse refuses refusing refused refusal reject rejects rejecting rejected rejection decline declines declining declined deny denies denied denying veto vetoes vetoed vetoing nix nixed disapprove disapproved turn-down turned-down overruled rebuff
agree: agree agrees agreeing agreed consensus aligned align aligning aligns alignment concur concurs unanimous
disagree: disagree disagrees disagreed disagreeing disagreement object objected objecting objection objections oppose opposed opposing dispute disputes disputed disputing contest contested
postpone: postpone postpones postponed postponing defer defers deferred deferring delay delays delayed delaying hold-off revisit revisits revisited revisiting backburner back-burner backburnered deprioritise deprioritised deprioritize deprioritized punt punted punting stall stalled stalling reschedule rescheduled rescheduling
request: request requests requesting requested petition requester requesters requestor apply applies applied applying application-form
submit: submit submits submitting submitted submission submissions lodge lodged filing filed
vendor-person: rep reps salesperson salespeople salesman saleswoman ae sdr sdrs bdr bdrs account-manager account-executive csm csms pre-sales presales sales-rep
vendor-firm: vendor vendors supplier suppliers provider providers reseller resellers distributor distributors seller sellers manufacturer manufacturers oem oems integrator integrators merchant merchants retailer retailers dealer dealers broker brokers msp msps
marketplace: marketplace marketplaces store stores webshop e-shop eshop storefront catalog catalogue catalogs catalogues checkout cart basket outlet
delivery: delivery deliver delivers delivered delivering deliveries shipped-box shipping shipment shipments courier parcel parcels dispatch dispatched dispatching tracking-number warehouse lead-time in-stock out-of-stock eta
arrive: arrive arrives arrived arriving arrival turned-up showed-up landed unbox unboxed unboxing
sell: sell sells selling sold sale sales upsell upsells upselling upsold cross-sell resell resold reselling resale monetize monetise
customer: customer customers client clients buyer buyers prospect prospects lead-gen leads shopper shoppers subscriber subscribers consumer consumers patron end-customer
sales-pipeline: funnel funnels closed-won closed-lost prospecting outbound inbound cold-call cold-calls cold-email cold-emails quota-attainment win-rate opps opp opportunity opportunities
marketing-noun: marketing campaign campaigns advert adverts ad ads advertising advertisement branding brand brands seo sem newsletter newsletters landing-page conversion conversions impressions ctr clickthrough audience audiences influencer copywriting
company: company companies corporation corporate firm firms organisation organization organisations organizations org orgs business businesses startup startups start-up subsidiary subsidiaries conglomerate employer
partner: partner partners partnering partnership partnerships collaborator collaborators affiliate affiliates alliance
acquisition: merger mergers acquisitions takeover takeovers buyout buyouts m-and-a spinoff spin-off divest ipo
stock-market: shares shareholder shareholders dividend dividends bullish bearish portfolio portfolios stocks etf etfs crypto bitcoin investor investors invest investing invested investment investments vc valuation
boss: boss bosses manager managers supervisor supervisors director directors vp vps svp evp management mgmt line-manager
executive: ceo cfo cto cio coo ciso cmo cpo cro exec execs executives executive c-suite c-level leadership founder founders cofounder co-founder president chairman board-members
colleague: colleague colleagues coworker coworkers co-worker co-workers teammate teammates peer peers workmate staff staffer staffers employee employees folks personnel workforce
new-hire: newcomer newcomers hire hires hiring hired joiner joiners newbie newbies intern interns internship contractor contractors freelancer freelancers temp temps onboarding onboard onboarded recruit recruits recruiting recruited recruitment
job-candidate: candidate candidates applicant applicants interview interviews interviewed interviewing interviewer resume resumes cv cvs referral referrals jd job-posting vacancy vacancies headhunter
leave-job: resign resigns resigned resigning resignation layoff layoffs laid-off fired quit quits quitting offboard offboarded offboarding redundancy redundancies severance retirement leaver leavers
salary: salary salaries payroll wage wages bonus bonuses payslip payslips compensation raise raises pension benefits perks payday stipend stipends commission commissions
time-off: pto vacation vacations holiday holidays ooo sick-leave maternity paternity sabbatical day-off afk out-of-office wfh
finance-people: finance accounting accountant accountants controller comptroller treasurer treasury bookkeeper ap accounts-payable fp-and-a fpa auditor auditors payables
legal-people: legal lawyer lawyers attorney attorneys counsel paralegal paralegals solicitor in-house-counsel compliance-team
buyer-people: purchaser purchasers category-manager sourcing-manager budget-owner budget-holder procurement-team
it-people: sysadmin sysadmins admin admins administrator administrators helpdesk help-desk servicedesk service-desk it-team techs technician technicians infosec secops it-support superuser
engineer-people: engineer engineers developer developers dev devs programmer programmers coder coders sre sres devops swe swes architect architects tester testers qa maintainer maintainers contributor contributors committer hacker hackers
product-people: designer designers product-manager pm pms analyst analysts researcher researchers scrum-master product-owner data-scientist data-scientists writer writers marketer marketers
hr-people: hr recruiter recruiters people-ops human-resources talent-team office-manager receptionist facilities-team
department: department departments dept depts division divisions team teams squad squads business-unit tribe guild committee committees branch-office headquarters hq
stakeholder: stakeholder stakeholders sponsor sponsors sponsoring sponsored owner owners ownership champion champions accountable responsible responsibility responsibilities point-person
user-people: user users end-user end-users enduser power-user member members guest guests attendee attendees participant participants
meeting-noun: meeting meetings standup standups stand-up sync syncs one-on-one retro retros retrospective all-hands townhall town-hall huddle huddles workshop-meeting agenda agendas offsite kickoff kick-off catch-up touchbase
calendar-verb: schedule schedules scheduling scheduled calendar calendars invite invites invited inviting invitation invitations rsvp slot slots availability timeslot
project-noun: project projects initiative initiatives programme workstream workstreams epic epics roadmap roadmaps milestone milestones deliverable deliverables sprint sprints backlog backlogs okr okrs kpi kpis
task: task tasks todo todos to-do to-dos action-item action-items chore chores errand assignment assignments assign assigned assigning assignee subtask subtasks
document: document documents doc docs docx pdf pdfs slide slides deck decks presentation presentations memo memos writeup write-up handout whitepaper whitepapers paperwork one-pager brief briefs template templates checklist checklists spec specs
report: report reports reporting summary summaries summarise summarize summarised summarized overview overviews recap recaps digest findings
spreadsheet: spreadsheet spreadsheets sheet sheets csv csvs xls xlsx pivot column columns row rows cell cells formula formulas macro macros
policy: policy policies guideline guidelines rule rules regulation regulations procedure procedures handbook handbooks playbook playbooks runbook runbooks sop sops governance
compliance: compliance compliant soc iso gdpr hipaa pci audit audits auditing audited attestation questionnaire questionnaires security-review residency data-residency privacy ccpa
process-noun: process processes workflow workflows method methods methodology approach approaches strategy strategies tactic tactics
office-place: office offices workplace desk desks cubicle lobby reception boardroom meeting-room coworking hotdesk hot-desk floor floors building buildings elevator pantry
urgent: urgent urgently asap urgency pronto critical-path time-sensitive pressing rush rushed rushing hurry emergency emergencies immediately straightaway top-priority
deadline: deadline deadlines due overdue due-date cutoff cut-off timeline timelines timeframe time-frame timebox eod eow eom eoy cob overrun
weekday: monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays mon tue tues wed thu thur thurs fri weekday weekdays
weekend: saturday saturdays sunday sundays weekend weekends
month: january february march april june july august september october november december jan feb apr jun jul aug sep sept oct nov dec
period: month months monthly year years yearly annual annually quarter quarters quarterly week weeks weekly biweekly bi-weekly fortnight fortnightly biannual semi-annual decade per-month per-year annum fiscal fy
fiscal: year-end yearend quarter-end month-end fiscal-year half-year
day-part: morning mornings afternoon afternoons evening evenings noon midday lunchtime tonight midnight night nights overnight
near-future: tomorrow soon shortly upcoming forthcoming later next imminent imminently eventually someday tmrw tmr
near-past: yesterday recently lately earlier today newly freshly ago
far-past: previously formerly former historically past back-then long-ago
duration-unit: minute minutes min mins hour hours hrs seconds sec secs day days daily hourly moment moments
frequency: always often frequently usually sometimes occasionally rarely seldom regularly constantly repeatedly never everytime recurring intermittent intermittently periodic periodically
software-noun: software app apps application applications tool tools tooling platform platforms solution solutions product products suite suites program programs saas on-prem onprem self-hosted self-host selfhosted on-premise on-premises freeware shareware webapp
service-noun: service services subscription-service managed-service hosted managed
feature: feature features functionality functionalities capability capabilities functional usability ux ui interface interfaces dashboard dashboards widget widgets toolbar button buttons menu menus dropdown dropdowns dark-mode
login: login logins logon signin sign-in log-in logged-in password passwords passcode passwd passphrase credential credentials creds username usernames sso saml mfa otp totp oauth oidc lockout authenticate authenticated authenticates authenticating authentication authenticator passkey passkeys captcha
logout: logout log-out signout sign-out logged-out deauthenticate
access: access accesses accessed accessing permission permissions permit permitted entitlement entitlements rbac acl acls authorization authorisation unauthorized unauthorised grant grants granted granting revoke revokes revoked revoking whitelist whitelisted allowlist allowlisted blocklist
sign-up: signup signups sign-up sign-ups enrol enroll enrolled enrolling enrolment enrollment register registers registered registering registration registrations waitlist waitlisted opt-in optin
account: account accounts profile profiles workspace workspaces tenant tenants tenancy subaccount
activate: activate activates activated activating activation enable enables enabled enabling unlock unlocks unlocked unlocking provision provisions provisioned provisioning
deactivate: deactivate deactivates deactivated deactivating deactivation disable disables disabled disabling suspend suspends suspended suspending suspension deprovision deprovisioned deprovisioning ban banned lock locked locks locking
licence-key: serial product-key activation-key keygen dongle dongles watermark watermarked
add-user: add adds added adding addition additional extra extras spare spares
remove: remove removes removed removing removal delete deletes deleted deleting deletion erase erased erasing purge purges purged purging wipe wiped wiping uninstall uninstalled uninstalling
laptop: laptop laptops notebooks ultrabook ultrabooks computer computers pc pcs workstation workstations loaner loaners desktop desktops
monitor-screen: screen screens display displays ultrawide touchscreen touchscreens projector projectors tv tvs inch widescreen
peripheral: keyboard keyboards mouse mice mousepad trackpad trackpads webcam webcams dock docks docking docking-station adapter adapters adaptor adaptors charger chargers cable cables usb usb-c hdmi displayport headset headsets headphone headphones earbuds earphones microphone microphones mic mics speaker speakers speakerphone stylus
printer: printer printers print prints printed printing toner scanner scanners copier copiers photocopier barcode barcodes labeler label-printer cartridge cartridges
phone-device: phone phones smartphone smartphones tablet tablets handset handsets mobile mobiles cellphone cellphones deskphone deskphones
server-hardware: server servers rack racks racked blade mainframe appliance appliances datacenter datacentre datacenters data-center colo colocation bare-metal baremetal nas san hypervisor
component: gpu gpus cpu cpus ram ssd ssds hdd motherboard chip chips processor processors disk disks drive drives battery batteries memory fan fans heatsink graphics-card psu hard-drive nvme
network-device: router routers firewall firewalls modem modems wifi wi-fi wireless ethernet access-point access-points lan wlan gateway gateways hub hubs poe mesh repeater
network-noun: network networks networking vpn vpns proxy proxies dns ip subnet subnets vlan vlans port ports bandwidth latency throughput packet packets tcp udp http https ssl-vpn internet broadband connectivity ping pings traceroute nat cidr
telecom: telecom telco telcos sim sims esim esims roaming voip pbx carrier carriers isp isps fibre fiber landline landlines dialer softphone sms ivr toll-free leased-line mpls sd-wan data-plan airtime hotspot hotspots
other-hardware: hardware device devices gadget gadgets equipment gear kit kits machine machines sensor sensors camera cameras drone drones kiosk kiosks smartboard robot robots instrument instruments rfid badge-reader iot wearable wearables
asset: asset assets inventory inventories fleet refurbished refurb secondhand second-hand stockroom lifecycle warrantied eol end-of-life obsolete outdated
domain-cert: domain domains registrar registrars cert certs certificate certificates ssl tls wildcard nameserver nameservers whois tld hostname hostnames subdomain subdomains
cloud-noun: cloud clouds multicloud multi-cloud iaas paas instance instances vm vms virtual-machine bucket buckets region regions egress autoscale autoscaling autoscaler serverless lambda lambdas cdn hosting webhost hoster node nodes cluster clusters loadbalancer load-balancer
container: container containers pod pods namespace namespaces ingress orchestration sidecar containerized containerised microservice microservices
storage-backup: storage backup backups backed-up snapshot snapshots archive archives archived archiving restore restores restored restoring retention replication replicate replica replicas disaster-recovery dr failover gigabyte gigabytes gb tb mb terabyte terabytes
database: database databases db dbs sql query queries querying queried table tables schema schemas index indexes indices nosql shard shards sharding primary-key foreign-key orm relational rdbms
data-noun: data dataset datasets datapoint lake etl elt analytics bi telemetry ingest ingestion ingesting lakehouse metadata parquet
ai-noun: ai ml llm llms model models chatbot chatbots inference prompt prompts prompting embedding embeddings finetune fine-tune fine-tuning finetuned transformer neural agentic agents genai transcription rag hallucinate hallucination hallucinations
observability: monitoring observability apm logging metrics metric alerting pager on-call oncall trace traces tracing uptime downtime siem synthetics rum
security-noun: security secure antivirus malware phishing ransomware endpoint endpoints edr xdr mdm pentest pentests pen-test pentesting vulnerability vulnerabilities cve cves exploit exploits breach breaches breached hacked hack encryption encrypt encrypted encrypting decrypt decrypted threat threats spam dlp waf secrets vault vaults
app-category-crm: crm crms erp erps hris hcm ats ticketing ticketing-system cms lms wms tms mes plm pim scm itsm cmdb psa cpq clm
app-category-office: wordprocessor mailer whiteboard whiteboards whiteboarding note-taking notetaker notetaking wiki wikis intranet knowledge-base kb messenger videoconferencing video-conferencing conferencing webinar webinars transcribe transcriber transcripts transcript scheduler
app-category-creative: editor editors cad bim render renderer rendering font fonts typeface typefaces icon icons mockup mockups wireframe wireframes prototyping-tool animation animations screencast screen-recorder
app-category-dev: ide ides linter linters debugger debuggers profiler formatter code-editor terminal terminals api-client low-code no-code lowcode nocode rpa automation automations automate automated automates automating
app-category-hr: timesheet timesheets time-tracking timetracking rostering e-learning elearning
support-noun: ticket tickets support incident incidents escalate escalates escalated escalating escalation escalations triage triaged triaging sev severity outage outages postmortem postmortems post-mortem rca queue queues workaround workarounds
help-verb: help helps helping helped assist assists assisting assisted assistance guide guides guided guidance aid
broken: broken break breaks breaking fails fail failing failed failure failures crash crashes crashed crashing bug bugs buggy glitch glitches glitchy error errors errored borked busted unresponsive hang hangs hung freezing froze faulty defective malfunction malfunctioning corrupted corrupt dead bricked flaky timeout timeouts unreachable broke
slow: slow slower slowest slowly sluggish laggy lag lags lagging bottleneck bottlenecks slowness throttled throttling throttle
fast: fast faster fastest quick quicker quickest quickly snappy speedy rapid rapidly speed speeds performant performance instant instantly
fix: fix fixes fixing fixed repair repairs repairing repaired resolve resolves resolved resolving resolution troubleshoot troubleshooting patch patches patched patching hotfix hotfixes bugfix bugfixes remedy remediate remediation solve solved solves solving
reboot: reboot reboots rebooted rebooting restart restarts restarted restarting reset resets resetting relaunch relaunched power-cycle reinstall reinstalled reinstalling
install: install installs installed installing installation installer installers setup setups set-up configure configures configured configuring configuration configurations config configs setting settings preconfigured roll-out rollout rollouts implement implements implemented implementing implementation
download: download downloads downloaded downloading upload uploads uploaded uploading import imports imported importing export exports exported exporting attach attached attachment attachments zip unzip
update: update updates updated updating refresh refreshes refreshed refreshing bump bumped bumping
deploy: deploy deploys deployed deploying deployment deployments release releases released releasing launch launches launched launching rollback rollbacks rolled-back staging prod production preprod canary go-live ship ships shipped
integrate: integrate integrates integrated integrating integration integrations connector connectors webhook webhooks plugin plugins plug-in plug-ins interoperable interoperability compatible compatibility incompatible middleware
api-noun: api apis sdk sdks rest graphql grpc json xml yaml payload payloads token tokens header headers openapi
programming-noun: function functions variable variables class classes string strings array arrays boolean integer integers float null undefined callback callbacks promise promises iterator loop loops enum enums struct structs parameter parameters param params argument arguments args syntax regex stacktrace stack-trace exception exceptions async thread threads mutex semaphore generics constructor
programming-verb: code coding coded compile compiles compiled compiling debug debugs debugging debugged refactor refactors refactored refactoring instantiate parse parses parsed parsing parser iterate iterates iterating serialize serialized deserialize lint linting transpile memoize mock mocks mocked mocking stub stubs stubbed
programming-language: python javascript typescript java rust golang kotlin ruby php perl scala haskell elixir cobol bash html css sass scss cpp csharp
git-verb: commit commits committed committing merge merges merged merging rebase rebases rebased rebasing push pushes pushed pushing pull pulls pulled pulling cherry-pick cherry-picked squash squashed revert reverts reverted reverting stash clone clones cloned cloning
git-noun: repo repos repository repositories branch branches pr prs pull-request diff diffs monorepo changelog tag tags submodule fork forks forked forking upstream downstream codebase
code-review: review reviews reviewed reviewing reviewer reviewers lgtm nit nits nitpick feedback proofread proofreading
dev-test: test tests tested testing unittest unit-test unit-tests regression regressions coverage fixture fixtures assertion assertions assert asserts ci cd smoke-test testcase testcases tdd
build-noun: build builds artifact artifacts artefact artefacts makefile bundler compiler compilers linker toolchain binary binaries executable executables
package-noun: package packages library libraries lib libs dependency dependencies module modules lockfile semver version versions versioned framework frameworks runtime
open-source: open-source opensource foss oss gpl agpl lgpl bsd copyleft permissive community-edition public-domain
os-noun: unix kernel distro distros bios firmware driver drivers operating-system os firmwares bootloader
shell-noun: shell cli command commands script scripts scripting stdout stderr stdin cron crontab daemon ssh sudo chmod grep root directory directories folder folders path paths filename filenames file files
event-code: publisher listener listeners observable observables emitter pubsub websocket websockets stream streams streaming streamed handler handlers
web-noun: website websites site sites webpage webpages page pages url urls link links browser browsers cookie cookies cache caches cached caching frontend front-end backend back-end homepage hyperlink
message-noun: email emails emailed emailing inbox mail mails mailed message messages messaging dm dms dmed chat chats voicemail voicemails note notes notification notifications notify notified pinged e-mail
channel-noun: channel channels emoji emojis reaction reactions reacji mention mentions mentioned
contact-verb: contact contacts contacted contacting reach reached reaching outreach call calls called calling phoned liaise follow-up followup follow-ups followed chase chases chasing chased nudge nudged nudging
discuss: discuss discusses discussed discussing discussion discussions talk talks talked talking chatted chatting debate debates debated debating brainstorm brainstormed brainstorming conversation conversations confer
say: say says said saying tell tells told telling explain explains explained explaining explanation mentioning announce announces announced announcing announcement announcements inform informed clarify clarified clarifying clarification
ask: ask asks asked asking question questions inquire inquired inquiry inquiries enquire enquired enquiry enquiries enquiring wonder wondering wondered curious
answer: answer answers answered answering reply replies replied replying respond responds responded responding response responses
confirm: confirm confirms confirmed confirming confirmation confirmations verify verifies verified verifying verification validate validated validates validating validation double-check doublecheck acknowledge acknowledged
send: send sends sending sent forward forwards forwarded forwarding share shared sharing circulate circulated fwd cc cc'd
receive: receive receives received receiving gotten get gets getting got incoming
start: start starts started starting begin begins began beginning begun commence commenced commencing initiate initiated initiates
finish: finish finishes finished finishing complete completes completed completing completion done wrap wrapped wrapping end ends ended ending close closes closed closing closure
use: use uses used using usage utilise utilised utilize utilized utilization utilisation leverage leverages leveraging adopt adopts adopted adopting adoption rely relies relied relying
increase: increase increases increased increasing grow grows growing grew grown growth rise rises rising rose scale scales scaled scaling expand expands expanded expanding expansion double doubles doubled doubling triple tripled
decrease: decrease decreases decreased decreasing reduce reduces reduced reducing reduction reductions lower lowers lowered lowering cut cuts cutting shrink shrinking shrank halve halved minimise minimize
consultant: consultant consultants consultancy consultancies consulting advisor advisors adviser advisers agency agencies
training: training trainings trainer trainers course courses tutorial tutorials bootcamp bootcamps certification certifications coach coaching upskill upskilling lesson lessons curriculum workshop workshops
bot-notice: reminder reminders remind reminded reminding noreply no-reply autogenerated auto-generated autoresponder bot bots cronjob feed rss
risk: risk risks risky dealbreaker dealbreakers deal-breaker showstopper showstoppers blocker blockers blocked blocking caveat caveats concern concerns concerned drawback drawbacks downside downsides con cons
benefit: benefit beneficial advantage advantages upside upsides pros perk strength strengths valuable value values helpful useful handy
meal: breakfast breakfasts brunch brunches lunch lunches dinner dinners supper suppers meal meals snack snacks snacking buffet picnic picnics barbecue bbq barbecues potluck feast takeaway takeout leftovers dessert desserts starters appetizer appetizers
dish: pizza pizzas burger burgers sandwich sandwiches soup soups salad salads pasta spaghetti lasagna noodles ramen sushi taco tacos burrito burritos curry curries stew omelette pancake pancakes waffles fries nachos kebab falafel hummus steak steaks casserole risotto dumplings toast sausage sausages bacon schnitzel
sweet-food: cake cakes cupcake cupcakes biscuit biscuits donut donuts doughnut doughnuts brownie brownies chocolate chocolates candy candies sweets ice-cream gelato pie pies muffin muffins croissant croissants pastry pastries pudding cheesecake sugar honey jam
ingredient: bread loaf cheese egg eggs butter flour rice beef pork lamb meat ham fish salmon tuna shrimp chicken turkey tofu beans lentils garlic onion onions tomato tomatoes potato potatoes carrot carrots pepper peppers salt spice spices sauce ketchup mustard mayo vinegar oil olive olives mushroom mushrooms spinach lettuce cucumber avocado herbs cinnamon yogurt cream sourdough dough
fruit: apple apples banana bananas orange oranges lemon lemons lime limes grape grapes strawberry strawberries blueberry blueberries raspberry raspberries cherry cherries peach peaches pear pears mango mangoes pineapple melon watermelon fruit fruits berry berries vegetable vegetables veggies veg nuts almonds peanut peanuts
drink-soft: coffee coffees espresso cappuccino latte lattes tea teas matcha water juice juices soda coke lemonade smoothie smoothies milk drink drinks drinking drank beverage beverages decaf cocoa
drink-alcohol: beer beers wine wines whisky whiskey vodka gin tequila cocktail cocktails champagne prosecco cider pint pints booze alcohol drunk tipsy hangover hungover liquor ale lager martini
cook-verb: cook cooks cooking cooked bake bakes baking baked fry fried frying grill grilled grilling roast roasted roasting boil boiled boiling steam steamed simmer simmering chop chopped peel peeled marinate marinated recipe recipes chef chefs barista
eat-verb: eat eats eating ate eaten chew chewing swallow swallowed taste tastes tasted tasting bite bites devour devoured dine dining dined munch munching sip sipping
taste-adj: delicious tasty yummy yum spicy salty sour bitter crunchy crispy juicy creamy bland vegan vegetarian gluten-free hungry thirsty starving stuffed appetite hangry savory flavor flavour flavors flavours
eatery: restaurant restaurants cafe cafes canteen cafeteria pub pubs bar bars bakery bakeries diner bistro kitchen kitchens waiter waitress nightclub brewery pizzeria
travel-noun: travel travels travelling traveling travelled traveled trip trips journey journeys flight flights airport airports airline airlines passport passports visa luggage suitcase suitcases baggage itinerary boarding layover tourist tourists tourism tour tours cruise cruises sightseeing jetlag jet-lag backpacking expedition voyage customs departure departures arrivals
lodging: hotel hotels hostel hostels motel airbnb bnb resort resorts lodging accommodation campsite camping camp tent tents guesthouse villa cabin cabins inn
vacation: getaway honeymoon staycation days-off long-weekend off-sick parental-leave bank-holiday half-term
vehicle: car cars bus buses train trains tram trams metro subway taxi taxis cab cabs truck trucks lorry lorries van vans bike bikes bicycle bicycles motorcycle motorbike scooter scooters plane planes airplane helicopter boat boats ferry ferries yacht vehicle vehicles ebike e-bike tractor minivan suv caravan
driving: driving drove driven traffic commute commutes commuting commuted commuter parking parked parks-car highway motorway freeway petrol gasoline tyre tyres tire tires steering brake brakes windshield garage carpool carpooling roundabout mileage detour speeding puncture
road-place: road roads street streets avenue lane lanes bridge bridges tunnel tunnels corner crossing sidewalk pavement trail trails route routes square alley intersection junction
home-building: house houses home homes apartment apartments flat flats condo cottage mansion basement attic roof roofs balcony terrace porch patio bungalow landlord landlords roommate roommates flatmate flatmates neighbour neighbours neighbor neighbors neighborhood neighbourhood mortgage mortgages
room-part: room rooms bedroom bedrooms bathroom bathrooms toilet toilets loo shower showers bathtub sink sinks door doors window windows wall walls ceiling stairs staircase hallway corridor fireplace chimney elevators
furniture: sofa sofas couch couches bed beds mattress mattresses shelf shelves cupboard wardrobe drawer drawers lamp lamps carpet rug rugs curtain curtains bookshelf armchair stool stools bench mirror mirrors cabinet cabinets
household-thing: dishwasher oven ovens microwave fridge refrigerator freezer kettle toaster stove vacuum hoover iron washing-machine dryer blender airfryer air-fryer plate plates bowl bowls cup cups mug mugs spoon spoons knife knives pan pans pot pots blanket blankets pillow pillows towel towels candle candles vase soap shampoo toothbrush toothpaste umbrella lightbulb
chore: laundry dishes mop mopping sweep sweeping dusting tidying tidy tidied declutter decluttering scrub scrubbing rinse ironing vacuuming housework errands groceries grocery supermarket trash rubbish garbage bin bins cleanup-house
diy-home: renovate renovating renovated renovation renovations plumber plumbing electrician carpenter paint paints painted painting drill drilling hammer nail nails screw screws screwdriver ladder plaster tiles tile tiling wallpaper sawdust wrench plank wood wooden timber plywood brick bricks cement concrete insulation radiator boiler thermostat
garden: garden gardens gardening gardener lawn mow mowing mower hedges weeds weeding soil compost greenhouse planting planted seeds seed seedlings prune pruning backyard yard shovel watering allotment
plant: tree trees flower flowers roses tulip tulips grass leaf leaves bush bushes oak pine moss cactus bamboo fern orchid blossom blossoms sunflower weed ivy houseplant houseplants
family-member: mom mum mother mothers mama dad father fathers papa parent parents son sons daughter daughters brother brothers sister sisters sibling siblings uncle uncles aunt aunts auntie cousin cousins nephew niece grandma grandmother grandpa grandfather grandparents grandson granddaughter in-laws mother-in-law relative relatives stepmom stepdad family families
partner: husband husbands wife wives boyfriend girlfriend spouse spouses fiance fiancee hubby bride groom lover ex-wife ex-husband ex-boyfriend ex-girlfriend soulmate
child: kid kids child children baby babies toddler toddlers newborn newborns infant infants teen teens teenager teenagers twins twin daycare kindergarten nursery nanny babysitter babysitting diaper diapers nappy nappies stroller playground bedtime
life-event: birthday birthdays wedding weddings marry married marrying marriage engaged engagement divorce divorced divorcing pregnant pregnancy birth born funeral funerals anniversary anniversaries graduation graduated baptism newlywed widow widowed
celebration: party parties christmas xmas easter halloween thanksgiving hanukkah diwali ramadan eid new-year fireworks santa costume costumes carnival gift gifts present-gift celebrate celebrates celebrating celebrated celebration celebrations toast-glass balloon balloons confetti festive
pet: dog dogs puppy puppies pup cat cats kitten kittens kitty hamster hamsters guinea-pig goldfish parrot bunny rabbit rabbits pet pets leash collar paw paws litter meow bark barking woof doggo
animal: animal animals bird birds horse horses cow cows pig pigs sheep goat goats hen hens duck ducks goose geese lion lions tiger tigers bear bears wolf wolves fox foxes deer elephant elephants monkey monkeys giraffe whale whales dolphin dolphins shark sharks frog frogs turtle penguin owl eagle squirrel hedgehog dinosaur dinosaurs unicorn-animal wildlife zoo
insect: insect insects ant ants bee bees wasp wasps mosquito mosquitoes fly-insect spider spiders butterfly butterflies beetle cockroach cockroaches moth moths worm worms snail rat rats mouse-animal
body-part: head heads hair face faces eye eyes ear ears nose mouth lip lips tooth teeth tongue neck shoulder shoulders arm arms elbow wrist hand hands finger fingers thumb chest stomach belly hip hips leg legs knee knees ankle foot feet toe toes skin bone bones muscle muscles brain brains heart hearts lung lungs liver kidney spine blood beard moustache chin cheek cheeks
illness: sick ill illness illnesses flu cold-illness fever cough coughing sneeze sneezing headache headaches migraine migraines allergy allergies allergic infection infected virus-illness covid corona pneumonia cancer diabetes asthma nausea nauseous vomit vomiting diarrhea injury injured injuries wound wounded bruise sprained concussion disease diseases symptom symptoms pain pains painful ache aches hurt hurts hurting dizzy unwell poorly insomnia arthritis
medical: doctor doctors nurse nurses dentist surgeon surgery hospital hospitals clinic clinics medicine medicines pill pills vaccine vaccines vaccinated vaccination antibiotics paracetamol ibuprofen prescription pharmacy physio physiotherapy therapist therapy diagnosis diagnosed patient patients ambulance treatment treatments x-ray mri operation-medical bandage crutches gp
wellbeing: health healthy wellbeing wellness mental-health mindfulness meditation meditate meditating diet diets dieting calories protein vitamins vitamin weight-loss fitness-level self-care relax relaxing relaxed relaxation unwind rested resting recovery-body recover recovering nutrition hydrated
sleep: sleep sleeps sleeping slept nap naps napping asleep awake wake woke woken waking bedtime-late dream dreams dreaming dreamt snore snoring yawn sleepy tired exhausting drowsy fatigue fatigued knackered tiring
clothes: clothes clothing shirt shirts t-shirt tshirt t-shirts trousers pants jeans dress dresses skirt skirts jacket jackets coat coats sweater sweaters hoodie hoodies sock socks shoe shoes boot boots sneakers hat hats gloves glove scarf scarves belt tie-clothes suit suits pyjamas pajamas underwear uniform swimsuit shorts blouse cardigan sandals
wear-verb: wear wears wearing wore worn dressed dressing outfit outfits fashion sew sewing knit knitting crochet fabric leather cotton wool jewelry necklace earrings bracelet lipstick makeup haircut hairdresser barber shave shaved shaving perfume tattoo tattoos stylish
weather: weather rain rains raining rainy rained snow snows snowing snowy snowed sunshine sunny cloud-sky cloudy wind winds windy storm storms stormy thunder lightning fog foggy hail heatwave humid humidity drizzle blizzard hurricane tornado forecast-weather frost breeze rainbow
temperature: hot cold warm cool-temp chilly heat heated heating temperature temperatures celsius fahrenheit degrees-temp icy lukewarm scorching toasty
season: spring-season summer summers autumn winter winters summertime wintertime springtime seasonal solstice midsummer
nature: nature mountain mountains hill hills valley river rivers lakes ocean oceans beach beaches sand island islands forest forests jungle desert deserts waterfall cliff volcano coast coastline shore meadow cave caves glacier swamp canyon landscape landscapes scenery wilderness countryside waves pond stone stones rock rocks mud
sky-space: sky moon stars planet planets mars universe galaxy galaxies space-travel astronaut astronauts rocket rockets spaceship asteroid comet orbit telescope eclipse sunrise sun earth satellite satellites cosmic
environment: climate carbon emissions pollution polluted recycle recycling recycled sustainability sustainable ecosystem biodiversity deforestation greenhouse-gas flood floods flooding drought earthquake earthquakes wildfire wildfires eco-friendly plastic
energy-source: electricity solar nuclear coal gas oilfield hydro hydrogen renewable renewables biomass turbine turbines fuel fuels diesel petroleum crude barrel barrels windfarm geothermal reactor uranium lng pipeline-gas refinery
energy-trading: trader traders megawatt megawatts mw mwh kwh gigawatt grid-power intraday day-ahead spot-price curtailment curtailments nomination nominations hedging hedged counterparty counterparties derivative derivatives futures baseload peaker congestion transmission imbalance ercot ferc iso-market caiso pjm outage-plant basis-risk gas-desk physicals deal-desk schedulers swaptions collateral offtake ppa
city-place: city cities town towns village villages downtown suburb suburbs district districts capital-city metropolis urban rural borough outskirts
public-place: park parks museum museums library-building church churches mosque temple cathedral castle castles palace stadium stadiums theater theatre theatres cinema cinemas mall malls market-stall plaza harbor harbour pool pools gallery-art aquarium monument monuments statue statues cemetery
country: america american americans usa germany german germans france french england english britain british uk spain spanish italy italian japan japanese china chinese india indian russia russian canada canadian mexico mexican brazil brazilian australia australian netherlands dutch sweden swedish norway norwegian denmark danish poland polish ireland irish scotland scottish portugal portuguese greece greek turkey-country turkish switzerland swiss austria austrian ukraine ukrainian israel israeli korea korean egypt egyptian nigeria kenya
region: europe european eu asia asian africa african emea apac latam continent continents country countries abroad overseas international foreign foreigner foreigners worldwide nordic scandinavia mediterranean balkans domestic homeland
big-city: london paris berlin munich hamburg madrid barcelona rome milan amsterdam vienna zurich dublin lisbon stockholm oslo copenhagen brussels warsaw prague moscow tokyo beijing shanghai singapore dubai mumbai delhi bangalore sydney toronto vancouver chicago boston houston dallas austin seattle denver atlanta miami york nyc francisco angeles washington california texas florida
direction: north south east west northern southern eastern western left right-side upstairs downstairs upward upwards downward downwards inside outside indoors outdoors indoor outdoor nearby opposite-side backwards sideways underneath
person-general: person people guy guys man men woman women lady ladies gentleman gentlemen dude dudes bro bloke girl girls boy boys human humans adult adults someone-else folk stranger strangers crowd crowds gal lad lads
friend: friend friends buddy buddies mate mates pal pals bestie acquaintance acquaintances friendship friendships companion bff
first-name: john mike david james robert sarah anna maria tom peter paul mark chris alex sam ben emma laura julia lisa kate katie jane susan linda karen steve kevin brian jason daniel matt andrew nick jim jeff bob bill-name george michael thomas martin stefan max-name felix sophie hannah
occupation: lawyer-job farmer farmers cop cops police policeman firefighter firefighters soldier soldiers librarian tailor butcher baker mechanic mechanics cashier postman mailman cleaner cleaners janitor actor actors actress singer singers artist artists journalist journalists reporter reporters photographer scientist scientists engineer-job architect-building priest monk detective spy pirate
emotion-good: happy happier happiest happiness glad joy joyful cheerful delighted thrilled excited excitement exciting pleased proud pride grateful thankful gratitude content-feeling ecstatic stoked pumped psyched delight optimistic hopeful enthusiastic enthusiasm cheer blissful
emotion-sad: sad sadly sadness unhappy depressed depressing depression miserable lonely loneliness heartbroken grief grieving mourn mourning cry cries crying cried tears disappointed disappointing disappointment gloomy upset upsetting gutted bummed bummer homesick tragic tragedy
emotion-angry: angry anger mad furious rage pissed annoyed annoying annoys annoyance annoy irritated irritating frustrated frustrating frustration frustrates livid outraged outrage grumpy resentment resent fed-up hate hates hated hatred hating despise loathe
emotion-fear: afraid scared scary fear fears fearful anxious anxiety nervous worried worry worries worrying worrisome terrified terrifying frightened panic panicked panicking stress stressed stressful dread dreading horror uneasy paranoid creepy spooky concern-fear overwhelmed overwhelming burnout tense
emotion-surprise: surprised surprise surprising surprisingly shocked shocking shock amazed astonished stunned wow whoa omg unexpected unexpectedly speechless unbelievable jaw-dropping gosh blimey wtf
emotion-shame: embarrassed embarrassing shame ashamed guilty guilt awkward awkwardly cringe humiliated humiliating shy regret regrets regretted sheepish jealous jealousy envy envious
like-verb: like-it love loves loved loving enjoy enjoys enjoyed enjoying enjoyable adore adores fond admire admired cherish appreciate-it fancy dig-it favourites favorites fave
dislike-verb: dislike dislikes disliked detest can't-stand disgust disgusted disgusting gross yuck ew eww icky repulsive nasty distaste
laugh: haha hahaha hahahaha lol lmao rofl hehe heh lolz xd laugh laughs laughed laughing laughter giggle giggling chuckle chuckled grin smile smiles smiled smiling kek
joke: joke jokes joking joked kidding funny funnier funniest hilarious humor humour comedy prank pranks pun puns sarcasm sarcastic irony ironic ironically witty meme memes silly goofy teasing tease banter comedian
swear: damn dammit shit shitty bullshit fuck fucking fucked crap crappy hell wth bloody bastard ass asshole bitch dick screwed freaking frigging heck darn
insult: idiot idiots idiotic stupid dumb moron fool foolish loser jerk clown lunatic coward hypocrite troll trolls clueless ignorant arrogant lazy
greeting: hi hello hey heya hiya howdy morning-greet gday greetings yo sup goodmorning welcome welcomes welcomed welcoming aloha hola namaste
farewell: bye goodbye cya ciao goodnight ttyl farewell bye-bye cheerio later-bye adios see-ya
thanks: thanks thank thx ty tysm thankyou cheers appreciate appreciated appreciates appreciation kudos props thanking merci danke much-obliged
apology: sorry apologies apologize apologise apologized apologised apology oops whoops my-bad pardon forgive forgiven excuse excuses excused mea-culpa
congratulate: congrats congratulations congratulate bravo well-done yay hooray woohoo hurray hurrah applause clap clapping woot huzzah celebrate-team
affirm: yes yeah yep yup yea ok okay okey sure alright certainly absolutely indeed definitely roger aye kk totally exactly precisely gotcha correct-yes
negate-word: no nope nah none nothing nobody nowhere neither nay
filler: um uh uhm hmm hm mmm er erm well anyway anyways anyhow basically literally eh huh meh ugh oh ah ahh ooh phew btw fyi imho imo tbh afaik iirc
wish: luck lucky unlucky fortunate unfortunately unfortunate fortunately luckily wished fingers-crossed blessing blessed pray praying prayers prayed bless
hope-verb: hope hopes hoped hoping hopefully anticipate anticipated anticipating anticipation look-forward expect expects expected expecting expectation expectations
hedge-maybe: maybe perhaps possibly probably likely unlikely presumably supposedly apparently potentially conceivably seemingly ostensibly arguably perchance
think-verb: think thinks thinking thought thoughts believe believes believed believing belief beliefs reckon suppose supposed assume assumes assumed assuming assumption assumptions guess guesses guessed guessing imagine imagines imagined imagining suspect suspects suspected presume figure-think reflect reflecting opinion opinions mindset
know-verb: know knows knew known knowing knowledge knowledgeable aware awareness familiar familiarity unaware unfamiliar dunno idk
understand-verb: understand understands understood understanding comprehend grasp grasped realize realizes realized realise realised realizing recognize recognise recognized recognised clarifies clarifications misunderstand misunderstood misunderstanding grok
confuse: confuse confused confuses confusing confusion puzzled puzzling baffled baffling unclear ambiguous ambiguity vague lost-mind bewildered perplexed mystery mysterious weirdly
remember-verb: remember remembers remembered remembering reminds recall recalls recalled recollect memory-mind memories memorize memorable unforgettable nostalgia nostalgic
forget-verb: forget forgets forgot forgotten forgetting overlook overlooked overlooking forgetful neglected neglect slipped-mind
say-verb: state-say states-say stated remark remarks remarked claim-say utter speak speaks spoke spoken speaking declare declared declares
talk-verb: converse dialogue gossip gossiping rumour rumours rumor rumors
explain-verb: explanations describe describes described describing description descriptions illustrate illustrated elaborate elaborated elaborates outline outlined outlines summarizing tldr
ask-verb: questioned questioning wonders curiosity query-ask
answer-verb: react-verb reacted
shout-verb: shout shouting shouted yell yelling yelled scream screaming screamed whisper whispering whispered mumble loud louder loudly noisy noise noises quiet quietly silent silence silently
argue-verb: argue argues argued arguing quarrel conflict-people controversy controversial object-to complain complains complained complaining complaint complaints whine whining rant rants ranting criticize criticise criticized criticism blame blames blamed blaming accuse accused
agree-general: compromise compromises seconded plus-one likewise ditto
promise: promised promising swear-oath vow vowed pledge pledged commit-to assure assured assures assurance guarantee guaranteed guarantees ensure ensures ensured ensuring
advise: advice tip-advice warn warns warned warning-talk caution cautious encourage encouraged encourages encouraging urge urged urging mentor mentors mentoring mentorship
show-verb: show shows showed shown showing displays-verb displayed displaying reveal reveals revealed revealing expose-show demonstrate demonstrated demonstrates demonstrating present-show presented presenting presents point-out pointed pointing indicate indicates indicated indicating
see-verb: see sees saw seen seeing look looks looked watch watches-see watched watching stare stared staring glance glanced notice notices noticed noticing observe observed observing observation observations spot-see spotted peek peeking glimpse gaze view-see visible invisible
hear-verb: hear hears heard hearing listen listens listened listening overheard deaf eavesdrop audible
feel-verb: feel feels felt feeling feelings sense senses sensed emotion emotions emotional emotionally mood moods vibe vibes gut intuition sensitive instinct
touch-verb: touch touches touched touching grabs hold holds held holding squeeze squeezed hug hugs hugged hugging kiss kisses kissed kissing scratch scratched rub rubbed tickle shake shakes shook shaking stroke cuddle cuddles handshake
move-verb: move moves moved moving shift-move shifted shifting relocate relocated relocating relocation transfer-place slid sliding drag dragged dragging roll rolled rolling spin spinning spun drift drifted drifting wander wandered wandering wobble
go-verb: go goes went gone going goin gonna head-to headed heading depart departed departing travel-to exit-go proceed proceeded proceeding leave-go visit visits visited visiting visitor visitors
come-verb: come comes came coming approach-come approaching approached return-come returned returning returns-back enter-place entered entering entrance
walk-verb: walk walks walked walking stroll strolling run-foot jog jogs jogging jogged sprinting-foot climb climbs climbed climbing crawl crawled-foot jump jumps jumped jumping leap leaped hop hopped tiptoe march-verb marched stumble stumbled step-foot
bring-verb: bring brings brought bringing carry carries carried carrying fetch-thing deliver-hand take takes took taken taking lift lifts lifted lifting haul hauled drop-off
put-verb: put puts putting place-put placed placing lay laid laying set-down hanging stack-pile stacked pile piled stick sticks stuck-on insert-put stuff stuffing tuck tucked
pull-push-verb: pulling-hard pushing-hard press pressed presses shove shoved yank yanked tug poke poked kick kicks kicked kicking punch punched hit-strike smash smashed slap slapped knock knocked
throw-verb: throw throws threw thrown throwing toss tossed tossing catch catches caught catching drop-fall dropped-fall fling launch-throw bounce bounced bouncing
fall-verb: fall falls fell fallen falling collapse collapsed collapsing sink-fall sank sinking slip slips slipped slipping tumble tumbled trip-over tripped crash-fall plunge plunged
sit-stand: sit sits sat sitting stand stands stood standing lie-down lying leaned kneel kneeling bend bending bent crouch stretch-body stretching stretched
give-verb: give gives gave given giving hand-over handed handing offer-give donate donated donates donating donation donations charity charities grant-give lend lends lent lending borrow borrowed borrowing borrows
get-verb: gain gains gained gaining earn-get collect collects collected collecting gather gathers gathered gathering
keep-verb: maintain-keep store-keep stay stays stayed staying remain remains remained remaining linger lingering
start-verb: kickoffs initiating starter-first resume-again resumed resuming onset
stop-verb: stop stops stopped stopping halt halted halting cease ceased pause-stop paused pausing give-up gave-up abandon-stop refrain
end-verb: complete-do concludes conclusions finalize-task wraps over-done
continue-verb: continue continues continued continuing continuation carry-on persist-on ongoing keep-going continuous continuously constant nonstop non-stop relentless endless endlessly
wait-verb: wait waits waited waiting await awaiting awaits hang-on hold-on queueing lineup patience patient-wait patiently impatient impatiently procrastinate procrastinating procrastination
delay: late lateness belated overdue-late tardy slow-down
hurry: hurried rushes swiftly speedily promptly hasty hastily
slow: gradual gradually steadily steady leisurely
try-verb: effort efforts strive striving endeavor endeavour struggle struggles struggled struggling tryna
help-verb: helper aided unhelpful lend-hand backup-help helping-hand
do-verb: do-it does-it doing did perform performs performed performing act acts acted acting handle handles handled handling tackle tackled tackling undertake manage-do accomplish accomplished accomplishment accomplishments achieve achieves achieved achieving achievement achievements
make-verb: make makes made making create-thing craft crafted crafting produce-make produced producing assemble assembled assembling form-make shape shaped shaping invent invented inventing invention inventions compose composed
change-verb: change changes changed changing alter altered altering modify-thing adapt adapts adapted adapting adjust adjusts adjusted adjusting adjustment adjustments transform transformed transforming transformation vary varies varied varying evolve evolved evolving evolution tweak tweaks tweaked tweaking
happen-verb: happen happens happened happening occur occurs occurred occurring occurrence arise arises arose emerge emerged emerges emerging take-place unfold unfolding incident-life situation situations circumstance circumstances
find-verb: find finds found-it finding discover discovers discovered discovering discovery-thing locate located locating uncover uncovered stumble-upon detect-see encounter encountered encounters
lose-verb: lose loses losing lost misplace misplaced vanish vanished disappear disappears disappeared disappearing missing-lost gone-lost missed misses-lost
search-verb: hunted browse browses browsed browsing rummage scavenge
win-verb: win wins won winning winner winners victory victories triumph championship beat beats beating beaten conquer defeated-them medal medals trophy trophies
fail-person: defeat defeats lost-game loss-game fiasco flop flopped blunder blunders screwup disaster disasters catastrophe catastrophic hopeless
decide-verb: select-choose resolve-decide
plan-verb: plan plans planned planning intend intends intended intending intention intentions aim aims aimed aiming goal goals objective objectives target-goal targets-goal purpose purposes ambition ambitious strategic
arrange-verb: arrange arranges arranged arranging arrangement arrangements organize organise organized organised organizing organising coordinate coordinated coordinating coordination prepare prepares prepared preparing preparation preparations prep prepping
want-verb: craving cravings long-for yearn keen eager eagerly willing unwilling willingness reluctant reluctantly
allow-verb: let lets letting allow allows allowed allowing permit-let enable-let forbid forbidden bans prohibit prohibited disallow disallowed
must-verb: must should ought shall gotta required-do necessarily obligated obligation obligations mandatory-do compulsory forced force-to
cause-verb: cause-verb causes-verb caused causing trigger-cause leads-to led lead-to leading results-in affects affect affected affecting influence influences influenced influencing impact impacts impacted impacting consequence consequences effect effects
connect-people: meet meets met meeting-person introduce introduces introduced introducing introduction introductions intro intros acquaint reunite reunion join joins joined joining
hide-verb: hide hides hid hidden hiding cover-hide covered-hide conceal concealed secret secretly disguise disguised masked-face sneak sneaky sneaking
trust: trust trusts trusted trusting trustworthy honest honestly honesty loyal loyalty sincere sincerely truthful integrity-person faith faithful reliable-person frankly candid truth true truly genuinely genuine
lie-verb: lie lies lied liar liars fake fakes faked bogus cheat cheats cheated cheating deceive deceived dishonest pretend pretends pretended pretending betray betrayed hoax scam scams
break-thing: shatter shattered crack cracked-glass cracks rip ripped ripping tear-apart torn destroy destroys destroyed destroying destruction demolish demolished ruin ruins ruined ruining wreck wrecked bent-broken burst bursting explode exploded exploding explosion burn-fire burned burnt burning fire-flame flame flames
live-die: live-life alive lives-life survive survives survived surviving survival die dies died dying death deaths kill-living murder murdered murderer drown drowned suicide fatal deadly mortality
fight-war: war wars warfare battle battles army armies military troops weapon weapons gun guns shoot shooting-gun bomb bombs bombing invade invasion fight fights fighting fought enemy enemies terrorist terrorists terrorism ceasefire peace peaceful refugee refugees tank-war missile missiles violence violent
protect: protect protects protected-safe shelter rescue rescued rescuing guard guards guarded safe-place safely defend defended defending defense danger dangerous dangers hazard hazardous hazards peril unsafe
politics: politics political politician politicians presidents presidential prime-minister minister ministers senator senators congress congressman parliament election elections electoral vote votes voted voting voter voters ballot democracy democratic democrat democrats republican republicans conservative-party liberal liberals campaign-politics candidate-politics mayor governor governors socialism socialist capitalism fascist referendum senate lobbying lobbyist diplomat diplomacy
government: government governments governmental ministry federal municipal municipality bureaucracy bureaucratic bureaucrat regulator regulators regulatory authorities cabinet-minister council councils embassy citizen citizens citizenship immigration immigrant immigrants public-sector commission-body commissioner puc legislature legislative legislation legislator legislators
law-court: court courts judge judges jury trial-court trials-court lawsuit lawsuits sue sued suing plaintiff defendant testify testimony witness witnesses litigation prosecutor prosecution illegal illegally unlawful lawful law laws tribunal judicial constitution constitutional settlement-court subpoena
crime: crime crimes criminal criminals thief thieves theft steal steals stole stolen stealing rob robbed robbery burglar burglary arrest arrested jail prison prisons prisoner prisoners fraud-crime bribe bribery corruption victim victims kidnap smuggling gang gangs
society: society societal social-life community-people culture cultural cultures tradition traditions traditional poverty inequality equality gender feminist race-people racism racist minority minorities diversity inclusion inclusive religion religious rights-human human-rights protest protests protesters protesting welfare population demographics generation-people generations
religion: god gods jesus christ christian christians bible muslim muslims islam islamic jewish jew buddhist hindu pope bishop prayer heaven angel angels devil soul souls spirit spiritual holy sacred worship sermon saint sin sins
economy-general: economy economic economics economist economists recession unemployment gdp interest-rate trade-war tariffs-import poverty-line wealth wealthy rich poor millionaire billionaire billionaires dollar-economy tax-payer
school: school schools teacher teachers pupil pupils student students classroom classrooms exam exams examination grade-school grades principal-school semester semesters kindergarten-teacher schoolwork textbook textbooks blackboard recess detention quiz quizzes essay essays spelling
university: university universities uni college colleges professor professors professorship lecture lectures lecturer campus degree-uni bachelor bachelors master-degree masters-degree phd doctorate thesis dissertation undergraduate undergrad graduate-student postdoc faculty alumni scholarship scholarships dorm tuition-uni syllabus academia academic academics
learn-verb: learn learns learned learnt learning study studies-verb studied studying practice practise practised practiced practicing revise-study memorise teach teaches taught teaching tutor tutoring self-taught curious-learn educate educated education educational
school-subject: maths math mathematics algebra geometry calculus history geography biology chemistry physics philosophy literature grammar linguistics psychology sociology astronomy anthropology arithmetic humanities
science-noun: science scientific experimental laboratory laboratories hypothesis hypotheses theory theories theoretical molecule molecules atom atoms atomic electron electrons particle particles cell-biology cells-biology dna gene genes genetic genetics genome species evolution-biology bacteria microscope quantum gravity chemical chemicals neuron-brain neuroscience
research: study-paper paper-research papers publication publications publish-paper peer-review reviewer-paper conference-paper citation citations cite cited literature-review abstract-paper journal journals arxiv respondents interviewee
math-stat: equation equations theorem proof-math integral matrices vector-math probability probabilities statistic statistics statistical statistically average averages averaged median variance deviation correlation correlated regression-stat percentage percentages percent ratio ratios fraction fractions sum-math arithmetic-mean exponential exponentially logarithm
sport: sport sports football soccer basketball baseball tennis golf hockey rugby cricket volleyball badminton boxing wrestling swimming swim swam swimmer skiing ski skis snowboarding skating skateboard surfing surf cycling cyclist rowing sailing marathon marathons triathlon athletics gymnastics olympics olympic judo karate bowling pingpong ping-pong padel squash-sport handball fencing-sport
sport-people: player-sport players-sport coach-sport coaches-sport athlete athletes goalkeeper striker quarterback referee referees umpire league leagues tournament tournaments match-sport playoff playoffs superbowl world-cup fifa nba nfl mlb nhl goal-score scoreboard penalty-kick supporters spectators halftime draft-pick inning touchdown homerun
gym: gym gyms workout workouts exercise exercises exercising yoga pilates crossfit treadmill cardio dumbbells weightlifting squats pushups push-ups deadlift stretching-exercise runner-sport runners-sport fitness spinning-class sweat sweating sweaty
game: game games gaming gamer gamers videogame videogames chess poker puzzle puzzles sudoku crossword boardgame boardgames dice cards-game lego legos playstation xbox nintendo console-game minecraft fortnite dungeon dungeons quest quests npc multiplayer trivia bingo lottery casino gamble gambling gambler bet bets betting
play-verb: play plays played playing playful player players score scores scored scoring team-up opponent opponents compete competes competed competition-sport contests race-sport races racing raced
hobby: hobby hobbies craft-hobby photography painting-art drawing-art fishing fisherman birdwatching woodworking pottery origami scrapbook scrapbooking stamps-collecting puzzle-hobby astronomy-hobby camping-hobby dancing dance dances danced dancer karaoke pastime leisure
music: music musical musician musicians song songs album albums band bands concert concerts gig gigs guitar guitars piano violin drum drums trumpet flute saxophone bass orchestra choir sing sings sang sung singing melody lyrics rap rapper jazz hiphop hip-hop techno vinyl playlist playlists dj symphony opera
film-tv: movie movies film films documentary documentaries television sitcom cartoon cartoons anime actor-film director-film hollywood netflix-show trailer-film episode episodes season-tv spoiler spoilers sequel sequels cinema-film oscar oscars thriller drama-tv binge bingeing binge-watching
book: book books novel novels author authors chapter chapters paperback hardcover ebook ebooks audiobook audiobooks bookstore bookshop library-book fiction nonfiction non-fiction biography memoir poem poems poetry poet bestseller comic comics manga reader-book storybook fairy-tale tale tales storyteller
read-write: read-book reads reading-book write writes wrote written writing handwriting handwritten scribble scribbled pen pens pencil pencils notebook-paper diary paper-sheet letter letters postcard postcards envelope typewriter stationery eraser
news-media: news newspaper newspapers magazine magazines headline headlines article articles press-media journalism broadcaster broadcast-tv radio column-news editorial tabloid breaking-news interview-media op-ed paywall-news nytimes bbc cnn podcast podcasts podcaster blog blogs blogger bloggers
social-media: tweet tweets tweeted tweeting retweet instagram-post selfie selfies influencers hashtag hashtags followers-social viral clickbait subreddit youtuber youtubers upvote upvotes downvote downvoted lurker lurking dm-me unfollow
art: art arts artwork sculpture sculptor sketch sketches sketching canvas-art masterpiece exhibition-art portrait portraits mural illustration-art calligraphy watercolor aesthetic aesthetics artistic creative creatively creativity
fantasy: magic magical wizard wizards witch witches dragon dragons ghost ghosts vampire vampires zombie zombies monster monsters alien aliens ufo robot-toy superhero superheroes superpower princess prince fairy elf elves ninja ninjas unicorn unicorns mermaid jedi sith goblin curse-magic
royalty: king kings queen queens royal royalty emperor empire empires kingdom throne knight knights crown medieval ancient roman romans pharaoh dynasty viking vikings colony colonial
meeting: minutes-meeting attendance attend attends attended attending offsites onsite sync-meeting catchup icebreaker check-in breakout facilitator facilitate facilitated
call-video: call-phone calls-phone dial dialed dialing dial-in phonecall unmute unmuted mute muted muting hangup ringing rang teleconference videocall conference-call
calendar-event: appointment appointments timeslots availability-calendar availabilities double-booked overlap-meeting timezone timezones rsvps save-the-date
conference-event: conference conferences convention conventions keynote keynotes panelist panelists symposium seminar seminars hackathon hackathons meetup meetups expo trade-show festival festivals gala fair-event venue venues booth-event
office-life: home-office remote-work hybrid-work lunchbreak break-time internships overtime workday workdays shift-work boss-life commute-work watercooler
job-hunt: job jobs career careers resume-cv job-offer promotion-job promoted-job unemployed employment employers payraise
time-part-day: dawn dusk daytime nighttime daylight
time-relative: now nowadays currently presently sooner finally afterwards afterward beforehand meanwhile momentarily already yet still-time once-time
time-frequency: normally generally typically commonly twice thrice everyday nightly again anymore forever whenever
time-unit: second-time while-time century centuries decades era eras age-time epoch lifetime future present-time history-time childhood youth
age-adj: old older oldest young younger youngest elderly senior-age aged teenager-like youthful childish grown-up mature immature vintage antique
number-word: one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens couple-number zero
ordinal: first second third fourth fifth sixth seventh eighth ninth tenth firstly secondly thirdly lastly last previous prior latter initial initially final ultimate original originally
quantity-much: many much more most lots lot plenty several numerous countless bunch loads tons heaps majority abundant abundance multiple various enough sufficient excess excessive
quantity-few: few fewer fewest less least little-bit bit bits slight slightly hardly barely scarcely merely minimal scarce lack lacks lacking lacked shortage insufficient piece pieces portion handful tad partial partially partly half halves quarter-part
quantity-all: all every each everything everyone everybody whole entire entirely completely fully wholly thoroughly altogether overall total-all everywhere both any anything anyone anybody
degree-adv: very really so-much too quite rather pretty-adv extremely highly super incredibly insanely terribly awfully especially particularly exceptionally extraordinarily remarkably hugely massively enormously deeply seriously absurdly ridiculously way-too somewhat fairly kinda sorta
focus-adv: only just simply even also besides moreover furthermore additionally however though although nevertheless nonetheless otherwise therefore thus hence instead otherwise-adv specifically mainly mostly primarily largely almost nearly approximately roughly about-approx
manner-adv: carefully carelessly easily smoothly properly correctly clearly obviously evidently naturally suddenly abruptly accidentally deliberately purposely intentionally automatically-adv together apart separately alone personally directly indirectly differently similarly equally strictly strongly
good-adj: good nice fine great awesome amazing fantastic wonderful brilliant excellent superb terrific fabulous marvelous splendid lovely perfect outstanding stellar incredible magnificent better best neat sweet-nice rad dope cool coolest phenomenal impressive impressed glorious
bad-adj: bad worse worst terrible horrible awful dreadful horrendous atrocious lousy pathetic abysmal rotten sucks suck sucked sucky dire appalling evil wicked cruel ugly trashy mediocre inferior subpar
beautiful-adj: beautiful gorgeous pretty handsome cute adorable attractive elegant charming beauty sexy stunning pleasant graceful picturesque
big-adj: big bigger biggest large larger largest huge enormous giant gigantic massive immense vast colossal tremendous tall taller tallest high-up wide wider broad deep deeper long-adj thick fat heavy heavier bulky
small-adj: small smaller smallest little tiny mini miniature minor microscopic short shorter shortest thin thinner narrow shallow slim skinny lightweight petite compact
strong-adj: strong stronger strongest powerful tough tougher robust-person sturdy solid fierce mighty weak weaker weakest weakness weaknesses fragile vulnerable-person delicate
easy-adj: easy easier easiest simple simpler simplest simplicity straightforward effortless effortlessly trivial trivially painless no-brainer obvious
hard-adj: hard harder hardest difficult difficulty difficulties tricky challenging challenge challenges complicated complex complexity arduous intricate impossible insurmountable troublesome trouble troubles
clever-adj: smart smarter smartest clever intelligent bright genius wise wisdom wiser talented talent talents gifted skilled skillful skill skills capable competent expert-person ingenious savvy
kind-adj: kind kindness friendly polite generous generosity gentle helpful-kind caring care cares cared thoughtful considerate compassionate compassion empathy empathetic supportive-person warmhearted humble patient-person respectful respect respected
unkind-adj: rude mean meanie selfish greedy greed hostile bully bullying bullies toxic aggressive offensive disrespectful harsh hurtful jealous-mean condescending obnoxious spiteful
brave-adj: brave bravery courage courageous bold boldly fearless confident confidence daring dare dared heroic hero heroes heroine risk-taker
strange-adj: strange weird odd oddly bizarre unusual peculiar quirky eccentric crazy insane absurd ridiculous bonkers wild outlandish unfamiliar-odd abnormal surreal
normal-adj: normal usual ordinary common typical regular standard-usual average-usual plain conventional everyday-usual mundane natural familiar-usual boring bored boredom dull tedious monotonous
important-adj: important importance significant significance crucial vital key-important major main primary relevant relevance meaningful critical-important matter-weight matters mattered serious fundamental
interesting-adj: interesting interested-general interest-curious fascinating fascinated intriguing intrigued captivating engaging inspiring inspired inspire inspiration insightful thought-provoking entertaining entertainment fun amusing amused
true-false: right correct-fact accurate accuracy wrong wrongly incorrect incorrectly false mistaken mistake mistakes inaccurate valid-fact invalid-fact fact facts factual myth myths nonsense rubbish-talk error-human misinformation
same-adj: same equal identical similar similarity alike resemble resembles resembling matching-same comparable analogous akin uniform-same likeness
different-adj: different differ differs difference differences distinct distinction unlike opposite opposites contrary unique rare separate diverse variety varieties other others another else
clean-dirty: clean-adj cleaner-adj spotless shiny polished sparkling dirty filthy messy mess dusty dust muddy stained stain stains greasy smelly stink stinks stinky smell smells odor moldy mold
full-empty: full filled fill-up empty-adj overflowing crowded packed-full vacant hollow loaded-full bare void-empty
wet-dry: wet dry dried drying damp moist soaked soaking dripping drip leak-water leaky-tap splash slippery sticky soft softer smooth rough hard-surface fluffy
color: red blue green yellow purple violet pink black white grey gray brown beige turquoise teal maroon silver gold golden bronze color colour colors colours colorful colourful coloured colored shade shades dark darker darkness pale
shape: circle circles circular round triangle triangles rectangle rectangular cube sphere oval curve curves curved pointy sharp flat-shape edge-shape line-shape diagonal spiral zigzag
measure-unit: meter meters metre metres kilometer kilometers km mile miles inches centimeter cm millimeter kilogram kilograms kg kilo kilos pound-weight pounds-weight gram grams ounce ounces liter liters litre litres gallon gallons tonne tonnes acre acres feet-unit yard-unit height width length depth-size weight distance distances size-general
position-noun: middle center-place centre side sides top-place bottom edge edges front rear behind beside beneath above below surface-thing spot spots location-general somewhere area-place areas region-area zone-place zones
material: metal metals steel aluminum aluminium copper glass paper rubber cardboard clay marble diamond diamonds crystal iron-metal ceramic string-rope rope ropes wire-metal glue tape-sticky foam
thing-general: thing things stuff-thing item-thing object-thing objects-thing substance gadget-thing toy toys doll dolls box boxes bag bags backpack backpacks purse bottle bottles jar jars container-box watch-wrist clock clocks sunglasses keychain thingy whatnot
sound-word: bang boom beep beeps ding buzz buzzing click-sound splat thud squeak hum whistle whistling tick-tock sound sounds sounded echo
idea-noun: idea ideas concept concepts notion notions principle principles perspective perspectives viewpoint point-view insight insights topic topics theme-idea subject-topic aspect aspects reason reasons reasoning logic-mind logical rational irrational
problem-life: problem problems-life dilemma dilemmas hassle hassles hurdle hurdles obstacle obstacles headache-work nuisance predicament setback setbacks pitfall pitfalls inconvenience inconvenient crisis crises
habit-life: habit habits routine routines lifestyle tradition-habit custom-habit behave behaves behaved behavior-person attitude attitudes personality character-person addicted addiction addict smoke smoker smoking smoked cigarette cigarettes vape vaping discipline motivation motivated motivate motivating productive productivity
freedom: freedom liberty independence independent independently autonomy autonomous-person oppression oppressed slavery slave escape-flee escaped flee fled
group-people: team-people crew gang-friends club clubs tribes association-group community communities member-group members-group volunteer volunteers volunteering neighbourhood-group
leader-life: leader leaders captain commander-army chief-leader boss-leader guru pioneer pioneers role-model mastermind
help-request-please: please pls plz kindly pretty-please ping-me lemme gimme thankyou-advance
relationship-life: relationship relationships dating date-romance tinder romance romantic crush flirt flirting breakup broke-up cheated-on hookup gay lesbian queer lgbt transgender single-life valentine valentines
language: language languages word words sentence sentences phrase phrases vocabulary translate-speech accent dialect pronounce pronounced pronunciation bilingual fluent fluently native-speaker idiom proverb slang noun nouns verb verbs adjective latin arabic hebrew hindi mandarin esperanto
`;
