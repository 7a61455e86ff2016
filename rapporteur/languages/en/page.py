"""How English pages furnish an article: what menus, walls, credits, stamps and comment threads say.

Patterns are tried against one unit of text (a line or paragraph, white space collapsed), with case
ignored unless the name says otherwise. `WHOLE` patterns must match the whole unit, `OPENS` its start.
"""

from __future__ import annotations

# --- chrome ---------------------------------------------------------------------------------------

# A line that is nothing but furniture, wherever it stands.
CHROME_WHOLE: tuple[str, ...] = (
    r"(?:home|world|politics|business|money|sports?|weather|opinion|culture|tech(?:nology)?|science|health|"
    r"video|live|menu|search|close|log ?in|sign ?in|sign ?up|register|subscribe(?: now)?|donate|newsletters?|"
    r"my account|skip to (?:main )?content|sections|more|share|save|print|e-?mail|copy link|link copied!?|"
    r"facebook|twitter|x|whatsapp|linkedin|reddit|telegram|bluesky|threads|instagram|youtube|tiktok|flipboard|"
    r"pocket|tweet|like|follow|rss|listen|play|pause|watch(?: now)?|next|previous|back to top|top|"
    r"advertisements?|ad|sponsored(?: content)?|promoted|story continues below.*|article continues below.*|"
    r"continue reading.*|read more|see more|show more|load more.*|view more|view all|view gallery|"
    r"related|related (?:stories|articles|topics|content|posts|coverage|news|links)|you (?:may|might) also like|"
    r"recommended(?: for you)?|more from .{2,40}|more on this(?: story)?|more stories|more news|top stories.*|"
    r"latest(?: news| stories)?|trending(?: now)?|(?:most|today's most) (?:read|popular|viewed|shared)|"
    r"our picks|editors?[’'] ?s? picks?|what to read next|up next|popular (?:posts|stories|now).*|"
    r"don[’']t miss|also read|also in .{2,40}|keep reading|in this (?:article|story)|on this (?:page|topic)|"
    r"comments?|leave a (?:comment|reply)|join the conversation|view comments|show comments|"
    r"topics?|tags?|filed under|explore more.*|about (?:us|the authors?)|contact(?: us)?|privacy(?: policy| notice)?|"
    r"terms(?: of (?:use|service)| & conditions| and conditions)?|cookies?(?: policy| settings| preferences)?|"
    r"help|faqs?|careers|jobs|advertise(?: with us)?|accessibility|sitemap|corrections|ethics policy|"
    r"accept(?: all)?(?: cookies)?|reject all|manage (?:cookies|preferences|newsletters)|got it|ok|"
    r"start reading|get started|learn more|find out more|download (?:the|our) app|get the app|"
    r"(?:next|previous|older|newer|prev) (?:articles?|posts?|story|stories|page)|report abuse|load more|sort(?:ed)? by:?.{0,20}|"
    r"font size.*|text size.*|change font size.*|a ?a ?a|\d+ (?:min(?:ute)?s?) read|\d+ shares?|"
    r"image source|image caption|getty images|file photo|photos?|videos?|slide ?show(?: \(\d+ images\))?|gallery|audio|graphic|"
    r"(?:prev(?:ious)?|next|prev next)?\s*(?:image|photo|slide|picture) \d+ (?:of|/) \d+|enlarge this image.{0,40}|toggle caption|"
    r"urgent|breaking(?: news)?|exclusive|developing|close(?: ad| menu)?|hide caption|expand|collapse|replay|"
    r"this (?:article|content|story|post) is (?:more than|over) .{2,20} old|\d+ ?(?:years?|months?|weeks?|days?|hours?|minutes?|mins?|hrs?|[hdmwy]) ago|\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4}T?)?|"
    r"online|on the (?:web|net)|share full article|gift(?: this)? article|bookmark|save for later|listen to article|"
    r"https?://\S+|(?:www\.)\S+|"
    r"view (?:in|on) (?:browser|web|x|twitter|instagram|facebook|reddit)|open in app|unsubscribe.*)[.!:]?",
    r"(?:[\w’'&.\- ]{2,20}(?:\s*[|•·»›>]\s*|\s+/\s+)){2,}[\w’'&.\- ]{2,20}",  # a row of menu entries
    r"\d+\+?|[|•·\-–—*_=#.\s]+",
)

# A line that begins like an appeal, a control or a footer.
CHROME_OPENS: tuple[str, ...] = (
    r"(?:click|tap|scroll|check|swipe) (?:here|for|to|down|through|out)\b.{0,120}$",
    r"(?:just watched|must watch)\b",
    r"you(?:'ve|’ve| have) (?:only )?(?:\d+|one|two|three|no|used|reached)\b.{0,40}\b(?:articles?|stories|views|reads|limit)\b.{0,40}$",
    r"(?:start|begin|claim|redeem|try|get) (?:your |a |it |now |for )?(?:free|trial|\d+.{0,12} free|one month).{0,40}$",
    r"(?:get|read|enjoy|unlock) (?:every|all|unlimited|full|more|thousands|hundreds|\d+\+?)\b.{0,80}\b(?:paper|papers|titles?|place|access|articles?|newspapers|magazines|stories|publications)\b.{0,30}$",
    r"\d+\+? (?:premium |trusted |top )?(?:titles|newspapers|magazines|papers|publications|sources)\b.{0,40}$",
    r"one (?:login|account|price|place|pass)\b.{0,40}$",
    r"powered by\b.{0,40}$",
    r"also on [\w .]{2,30}:",
    r"(?:vote now|take (?:our|the) (?:poll|survey|quiz)|(?:do )?you approve or disapprove)\b",
    r"(?:photos?|pictures|videos?|slideshow|gallery|watch|listen|live|map|graphic|infographic|podcast|quiz|poll|pdf|document|transcript|full text|interactive)s?: ?\S.{5,160}(?<![.!?])$",
    r"(?!.*\b(?:19|20)\d\d\b).{2,120}\s\d{1,2}:\d\d(?:\s+\d{1,2}:\d\d)?$",
    r"(?:please )?follow .{2,50} (?:on|at) (?:twitter|x|facebook|instagram)\b",
    r"(?:twitter|x|facebook|instagram|email|e-mail): ?@?\S{2,40}$",
    r"(?:this article |posted |filed )?(?:tagged|filed|posted) (?:under|in|with|as)\b.{0,160}$",
    r"(?:tags?|topics?|categories|keywords|related topics|subjects|people|places|organi[sz]ations)\s?[:»]",
    r"(?:most|more|top|latest) (?:read|viewed|popular|shared|on|in|from|stories|headlines|news)\b.{0,60}(?<![.!?])$",
    r"enlarge this image\b",
    r"(?:ad feedback|skip ad|article continues|continues below|story continues)\b",
    r"(?:your|the) (?:support|subscription|donation|contribution)\b.{0,120}\b(?:journalism|reporting|newsroom|possible)\b",
    r"(?:thank you|thanks) for (?:reading|subscribing|signing up|your support)\b",
    r"(?:don[’']t|never) miss (?:a|an|out|the|our)\b.{0,100}$",
    r"stay (?:informed|up to date|updated|tuned|connected|ahead)\b.{0,100}$",
    r"(?:the|our|a|your) (?:daily|weekly|morning|evening|free) .{0,40}\b(?:newsletter|briefing|digest|email)\b.{0,80}$",
    r"(?:sent|delivered) (?:straight |directly )?to your inbox\b",
    r"(?:you can )?(?:unsubscribe|opt out|manage your)\b.{0,100}$",
    r"(?:available|listen|subscribe) on (?:apple|spotify|google)\b",
    r"(?:report (?:an? )?(?:error|typo|correction)|suggest a correction)\b",
    r"(?:order|buy) (?:reprints|a print|photos)\b|.{0,30}\breprint permission\b",
    r"(?:view|see|read) (?:this|the) (?:post|original|thread|tweet|document)\b.{0,40}$",
    r"a (?:message|word) from\b.{0,40}$",
    r"(?:log|sign) in\b.{0,60}(?:comment|account|continue|read)",
    r"\d[\d,.]*k? (?:shares?|views|reads|followers|subscribers|reactions|likes)\b.{0,30}$",
    r"sign (?:up|in) (?:to|for|here|with|now|today)\b",
    r"log in (?:to|or|with)\b",
    r"subscribe (?:to|now|today|for|here)\b",
    r"already (?:a |an )?(?:member|subscriber|registered|have an account)\b",
    r"create (?:a |an |your )(?:free )?account\b",
    r"register (?:now|for free|to)\b",
    r"get (?:the|our|all|your|a|more|unlimited|full|\d+)\b.{0,60}\b(?:newsletters?|inbox|access|app|free|news in one|price of|off|trial|alerts?|briefing)\b",
    r"(?:become|join) (?:a |our )?(?:member|subscriber|supporter|newsletter|whatsapp|telegram)\b",
    r"(?:support|fund) (?:our|independent|quality) (?:journalism|reporting|work)\b",
    r"(?:this|the) (?:article|story|content) is (?:for|only available to|reserved for) (?:subscribers|members)",
    r"(?:to continue|continue) reading\b",
    r"you(?:'ve|’ve| have) (?:reached|read|used) .{0,40}(?:articles?|limit)\b",
    r"enjoy(?:ing)? (?:unlimited|this (?:article|story))\b",
    r"one (?:subscription|membership|app)\b",
    r"\d+[’']?s? of (?:premium |trusted )?(?:titles|sources|publications)\b",
    r"\d+\+ (?:trusted|premium|global)\b",
    r"(?:read|get) (?:all )?(?:your |the )?news (?:from|in) (?:\d|one|hundreds)",
    r"(?:fourteen|seven|thirty|\d+) (?:days?|weeks?|months?) (?:free|for)\b.{0,30}$",
    r"(?:share|save|print|email|e-mail|tweet|post) (?:this|the|on|to|via|by|article|story)\b.{0,60}$",
    r"read or share this\b",
    r"follow (?:us|@\w+|[\w .’'-]{2,50} on (?:twitter|x|facebook|instagram|bluesky|google news|whatsapp|telegram|linkedin))\b",
    r"(?:find|like|join) us on\b",
    r"(?:we|this (?:web)?site|our (?:web)?site) (?:and our partners )?uses? cookies\b",
    r"by (?:clicking|continuing|using|signing up|subscribing)\b.{0,80}\b(?:agree|accept|consent)\b",
    r"(?:your|please enter (?:your|a valid)) e-?mail\b",
    r"(?:download|install) (?:the|our) .{0,30}\bapp\b",
    r"(?:top|popular|latest|trending|related) (?:stories|posts|articles|news|headlines|videos?)\b.{0,40}$",
    r"(?:read|see|watch|listen|also read|read also|read more|see also|related|more|recommended|don[’']t miss|explore|in pictures|video|gallery|photos|podcast)\s?(?:more|also|next|on this)?\s?[:|>»→]\s?\S",
    r"(?:read|see|view|show|load) (?:more|all|the full)\b.{0,60}$",
    r"what to read next\b",
    r"(?:have|got) a (?:news )?(?:tip|story)\b",
    r"(?:do you have|send us) .{0,40}\b(?:tips?|feedback|comments)\b",
    r"listen to (?:this )?(?:article|story)\b",
    r"(?:loading|please wait|enable javascript|javascript is)\b",
    r"your browser does not support\b",
    r"this (?:video|audio|content) (?:is not|isn[’']t|can ?not|could not) ",
    r"\(?(?:ap|afp|reuters|getty) ?(?:photo|images)\b",
    r"advertisement\b.{0,40}$",
    r"story continued below\b",
)

# After one of these nothing of the article follows, unless prose goes on at length.
ENDS_ARTICLE: tuple[str, ...] = (
    r"sign up to read\b.*",
    r"related (?:stories|articles|posts|content|coverage|news|links|topics)\b.{0,40}",
    r"(?:top|popular|trending|latest|more) (?:stories|posts|articles|news|headlines)\b.{0,40}",
    r"more from .{2,60}",
    r"(?:most|today's most) (?:read|popular|viewed|shared).{0,40}",
    r"(?:recommended|you (?:may|might) (?:also )?(?:like|be interested)).{0,40}",
    r"what to read next.*|our picks|editors?[’'] ?s? picks?|around the web|from our partners|paid content.*",
    r"(?:share|read or share) this.{0,60}",
    r"(?:©|\(c\)|copyright\b).*",
    r"all rights reserved.*",
    r"(?:already|not yet) a (?:member|subscriber)\b.*",
    r"(?:about|meet) the authors?",
    r"(?:next|previous|older|newer) (?:post|article|story)\b.{0,80}",
)

# Lines that only the foot of a page has.
FOOTER_LINE = (
    r"(?:privacy(?: policy| notice)?|terms(?: of (?:use|service))?|cookie(?:s| policy| settings| preferences)|about us|"
    r"contact us|sitemap|advertise(?: with us)?|careers|accessibility|back to top|all rights reserved)"
)

RELATED_HEADING: tuple[str, ...] = (
    r"(?:related|more|read more|see more|recommended|trending|popular|most read|most popular|latest|top)\b.{0,50}",
    r"(?:also read|don[’']t miss|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|our picks|keep reading)",
    r".{0,30}\b(?:coverage|stories|headlines)",
)

# --- comments -------------------------------------------------------------------------------------

COMMENTS_HEADING: tuple[str, ...] = (
    r"\(?\d*\)?\s*(?:reader |readers[’'] |user )?(?:comments?|replies|responses|thoughts)\s*(?:[:(]\s*\d[\d,]*\s*\)?)?(?: on .{3,200})?:?",
    r"\d[\d,]* (?:comments?|replies|responses|thoughts)\b.{0,200}",
    r"(?:what readers say|reader(?:s[’']|[’']s)? (?:comments?|views|responses|reactions)|have your say|"
    r"join the (?:conversation|discussion|debate)|(?:view|show|hide|load|see|read) (?:all )?(?:\d+ )?comments?|"
    r"the comment section|conversation|discussion|community|leave a (?:comment|reply)|post a comment|"
    r"what do you think\?)",
)
COMMENT_FOOT = (
    r"(?:reply|like|dislike|report(?: abuse)?|flag|share|quote|permalink|link|edit|hide|recommend(?:ed)?|upvote|downvote|"
    r"helpful|agree|disagree|love|respect|award|delete|more|view (?:all |\d+ )?repl(?:y|ies)|show (?:\d+ )?(?:more )?repl(?:y|ies)|"
    r"\d+ repl(?:y|ies)|(?:\d[\d,.]*k?) ?(?:likes?|votes?|points?|recommend(?:s|ed|ations)?|upvotes?|downvotes?|hearts?|people like this)|"
    r"likes?:? ?\(?\d+\)?|👍|👎|❤️?|♥|▲|▼|↑|↓|[+\-]?\d{1,5}|\(\d+\))"
)

# --- by whom --------------------------------------------------------------------------------------

BYLINE_OPENS = (
    r"(?:story |text |words |report |analysis |commentary |opinion |written |reported |posted |published )?by:? (?=\S)",
)
BYLINE_STOPS = (  # what follows the names in a byline
    r"\b(?:updated|published|posted|last|in|for|at|on|of|staff|senior|chief|special|political|diplomatic|foreign|"
    r"correspondent|editor|reporter|writer|columnist|contributor|bureau|national|world|with|and agencies|agencies|"
    r"see also|via|from)\b"
)
STAFF = r"(?:staff|agencies|news agencies|newsroom|editorial board|news desk|web desk|reuters|afp|ap|staff writers?|(?:staff )?reporters?|our correspondent)"

# --- stamps ---------------------------------------------------------------------------------------

UPDATED = r"(?:last )?(?:updated|modified|revised|edited|update)(?: (?:on|at))?"
PUBLISHED = r"(?:first |originally )?(?:published|posted|issued|released|created|filed|date)(?: (?:on|at))?"

# --- credits and notices --------------------------------------------------------------------------

CREDIT_OPENS: tuple[str, ...] = (
    r"\(?(?:additional |with )?(?:reporting|writing|editing|edited|compiled|translated|translation|reported|written)(?: and (?:writing|editing|reporting))? by\b",
    r"\(?[—–-]*\s*(?:the |with )?[\w .,’'&/-]{2,120}\b(?:contributed|assisted|helped|provided) (?:(?:additional |to )?(?:reporting|research|writing)|to (?:this|the) (?:report|story|article|post|dispatch|piece|reporting)|in (?:the )?(?:reporting|writing))",
    r"\(?[—–-]*\s*(?:the )?[A-Z][\w .,’'&/-]{2,90} contributed(?:\.|$)",
    r"\(?contributing:",
    r"[A-Z][\w.’'-]+ [A-Z][\w.’' -]{1,40} (?:is|was) (?:an? |the )?(?:[\w’'-]+,? ){0,6}(?:correspondent|reporter|editor|columnist|journalist|writer|fellow|professor|contributor|analyst|producer|lecturer|author|bureau chief)s?\b",
    r".{2,80}\bcan be (?:reached|contacted|followed) (?:at|on|via|by)\b",
    r".{2,60} (?:is )?on (?:twitter|x) (?:at )?@\w+\.?$",
    r"(?:this (?:article|story|report|post) is )?(?:based in part|compiled|adapted|produced)\b.{0,30}\b(?:wire|agenc|reports)\b",
    r"\(?with (?:reporting|files|input|inputs|agencies|contributions)\b.{0,80}$",
    r"\(?(?:sources?|credits?|photo|photograph|image|picture|cover image|featured image|illustration|graphic|video)(?: credit| by| source)?s?: ?\S+(?: \S+){0,7}\)?$",
    r"\(?(?:photo|photograph|image|picture|illustration|graphic|video)s? (?:by|courtesy|via)\b",
    r"write to .{0,200}@",
    r"(?:contact|email|e-mail|reach) .{0,80}\bat\b.{0,60}@",
    r"\(?(?:c|©) (?:\d{4} )?(?:ap|afp|reuters|dpa|tass|xinhua|bloomberg|the associated press)\b",
)
NOTICE_OPENS: tuple[str, ...] = (
    r"(?:©|\(c\)\s|copyright\b)",
    r"all rights reserved\b",
    r"(?:this|the) (?:article|story|post|piece|report|essay|column|interview|text|op-ed) (?:was |is |has been |had been |first |originally )+(?:originally |first |previously |also |republished |reprinted |reproduced |published |updated |corrected |amended |adapted |edited |translated |produced |appeared )",
    r"(?:this|the) (?:article|story|post) (?:originally |first )?appeared (?:first |originally )?(?:on|in|at)\b",
    r"the post .{2,300} (?:appeared|was published) first (?:on|in|at)\b",
    r"(?:originally|first) (?:published|appeared|posted) (?:by|on|in|at)\b",
    r"(?:republished|reprinted|reproduced|reposted|syndicated) (?:with|from|under|by)\b",
    r"(?:corrections?|clarification|editors?[’']?s?[’']? note|note to readers|disclaimer)(?: \([^)]{1,40}\))?:",
    r"(?:this material|this content|material from|content created by|no part of)\b.{0,200}\b(?:republished|reproduced|rewritten|redistributed|without charge|published|copied)\b",
    r"for (?:further|more|additional) information(?:,? (?:please )?contact|:)",
    r"(?:the )?(?:views|opinions) expressed\b",
    r"(?:press|media) (?:contacts?|enquiries|inquiries)\b",
    r"[—–-]*\s*this (?:is a |is |story is )?(?:(?:developing|breaking) (?:news|story)|developing)\b",
    r"[—–-]*\s*\(?(?:a|an earlier|this|the) (?:\w+ )?(?:version|report|story|article|post|page|headline|piece) (?:of (?:this|the) \w+ )?(?:was |has been |had been |is being |will be )?(?:first |originally |last )?(?:updated|amended|corrected|modified|edited|appeared|misstated|incorrectly|published|clarified|revised)\b",
    r"[—–-]*\s*\(?(?:last )?updated:? (?:at|on)?\s?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).{0,60}$",
    r"\[?email[ \xa0]protected\]?",
)

CAPTION_TAIL = (
    r"(?:\((?:[^()]{0,60}(?:photo|image|getty|reuters|afp|\bap\b|epa|via|/)[^()]{0,60})\)|"
    r"(?:photo(?:graph)?|image|picture|credit)s?(?: credit)?: ?[^.]{2,60}|"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3} ?[/|] ?(?:ap|afp|reuters|epa|getty|bloomberg|shutterstock|nur ?photo|anadolu|tass|sputnik|xinhua|pool)[^.]{0,40})\.?$"
)

# The agency's mark at the very end of a wire story.
WIRE_TAG = r"(?:EPA|PA|PA Media|EPA-EFE|REUTER|Reuter|Reuters|REUTERS|AP|AFP|UPI|dpa|DPA|TASS|ITAR-TASS|Xinhua|IRNA|EFE|ANSA|Interfax|UNI|PTI|ANI|END|ENDS|ENDIT|-30-|###|# # #)\.?"

# --- house labels ---------------------------------------------------------------------------------

# What may lead in before a colon without being a label: these words introduce a speaker or a quotation.
NOT_LABEL_LAST = r"(?:said|says|say|added|adds|wrote|writes|asked|asks|told|tells|replied|tweeted|posted|stated|declared|continued|reads?|following|follows|include[sd]?|including|are|is|were|was|that|and|of|to|by|as|with|for)"
# Words that may open a lead-in together with any words that are not capitalised.
LABEL_OPENERS = r"(?:why|what|what's|what’s|who|who's|who’s|how|when|where|zoom|zooming|between|by|behind|inside|yes|but|bottom|of|go|going|our|state|be|catch|the|worth|driving|one|in|on|for|at|quick|fun)"
# Words that occur in lead-ins and not in names of speakers.
LABEL_WORDS = (
    r"\b(?:why|what|what's|what’s|who|how|when|where|the|in|of|at|by|on|zoom|between|lines|bottom|line|big|picture|"
    r"next|reality|check|context|background|details?|driving|news|state|play|catch|quick|go|deeper|deep|flashback|"
    r"worth|noting|point|points|friction|inside|room|other|side|sides|yes|but|intrigue|our|thought|bubble|"
    r"threat|level|numbers?|stakes|takeaways?|key|more|history|rewind|smart|know|remember|watch|matters?|it|"
    r"they|they're|they’re|we're|we’re|saying|to|out|up|now|then|latest|update|note|fine|print|power|behind|scenes|scene|"
    r"stunning|stat|fun|fact|facts|timeline|analysis|outlook|impact|reaction|reactions|response|summary|tl;dr|"
    r"case|argument|counterargument|caveat|catch|rub|upshot|kicker|backstory|lay|land|look|ahead|close|"
    r"conflict|question|questions|plan|terms|deal|agenda|risk|risks|hurdles?|sticking|editor|smarter|thing|be|smart|"
    r"facts?|claims?|verdict|findings?|results?|sources?|method|conclusion|overview|issue|issues|problem|problems|"
    r"solution|goal|goals|aim|aims|basics|essentials|glance|brief|short|long|so|far|far,|yet|today|tomorrow|tonight|"
    r"remember,|good|bad|reason|reasons|cause|causes|effect|effects|update|updates|updated|new|also|plus|next,|"
    r"happened|happening|changed|changing|works|went|said|saw|hear|hearing|reading|watching|learned|means|is|are|was|"
    r"you|need|can|do|to|know|about|with|from|for|a|an|and|or|not|don't|don’t)\b"
)
