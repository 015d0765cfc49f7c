/* The language of search, as tools/matn/text/search has it in Python: tests/search holds both to the same vectors.
 *
 * Loads as a script (then `self.matnSearch`), by importScripts in a worker, or by require; needs nothing else,
 * so it runs from file:// too. Offsets are those of JavaScript strings (UTF-16 code units).
 *
 *   stems(word, names?)  -> keys: two words find each other where they share one
 *   tokens(text, names?) -> [{start, end, surface, folded, keys}]
 *   words(text)          -> the same without keys, faster
 *   fold(text)           -> {text, offsets}; folded(text) -> text
 *   names(data)          -> what `names_data` of Python wrote, ready for stems and tokens
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnSearch = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  // ---- data, written by tests/search/update.py from tools/matn/text/search/words.yaml
  const DATA = {"lexicon":"اب=اغسطس ابار=بءر ابام=اوبام اباما=اوبام ابحاث=بحث ابراج=برج ابريل ابطال=بطل ابن ابنا=ابن ابناء=ابن ابواب=باب اتباع=تابع اتراك=تركي اتهام اثار=اثر اثر اثمان=ثمن اثنين اجانب=اجنبي اجزا=جزء اجزاء=جزء اجساد=جسد اجسام=جسم اجنبي اجنحه=جناح اجندات=اجنده اجنده اجهزه=جهاز اجيال=جيل احتياجات=حاجه احجام=حجم احداث=حدث احرف=حرف احزاب=حزب احكام=حكم احلام=حلم احوال=حال اخبار=خبر اخطار=خطر اداه ادله=دليل ادوات=اداه ادوار=دور اديان=دين اذار=مارس اذربيج اذربيجان=اذربيج اذرع=ذراع اذريبج=اذربيج اذريبجان=اذربيج ارا=راي اراء=راي اراض=ارض اراضي=ارض ارباح=ربح اربعين اربيل ارج=ارجن ارجانتين=ارجن ارجن ارجنتين=ارجن اردغ=اردوغ اردغان=اردوغ اردوج=اردوغ اردوجان=اردوغ اردوغ اردوغان=اردوغ ارز ارصده=رصيد ارض ارقام=رقم اركان=ركن اروقه=رواق ازبكس=اوزبكس ازبكستان=اوزبكس ازربيج=اذربيج ازربيجان=اذربيج ازمات=ازمه ازمان=زمن ازمنه=زمن ازمه ازواج=زوج ازيا=زي ازياء=زي اسابيع=اسبوع اساتذه=استاذ اساس اساطير=اسطوره اسباب=سبب اسبوع استاذ استانبول=اسطنبول استراتيج استراتيجيا=استراتيج استرال استراليا=استرال استنبول=اسطنبول اسر=اسره اسره اسري=اسير اسس=اساس اسطر=سطر اسطنبول اسطوره اسعار=سعر اسقف=سقف اسلاف=سلف اسلحه=سلاح اسم اسما=اسم اسماء=اسم اسناد=سند اسهام اسهم اسواق=سوق اسير اشباح=شبح اشبال=شبل اشجار=شجره اشخاص=شخص اشرطه=شريط اشكال=شكل اشهر=شهر اصدقا=صديق اصدقاء=صديق اصعده=صعيد اصل اصناف=صنف اصوات=صوت اصول=اصل اضلاع=ضلع اطار اطبا=طبيب اطباء=طبيب اطر=اطار اطراف=طرف اطفال=طفل اطقم=طاقم اطوار=طور اعبا=عبء اعباء=عبء اعدا=عدو اعداء=عدو اعداد=عدد اعراف=عرف اعراق=عرق اعضا=عضو اعضاء=عضو اعماق=عمق اعمال=عمل اعمده=عمود اعوام=عام اعياد=عيد اعين=عين اغراض=غرض اغسطس اغنيا=غني اغنياء=غني افاق=افق افراد=فرد افريق افريقيا=افريق افريقيه=افريق افريل=ابريل افغانستان افق افكار=فكر+فكره افلام=فيلم اقارب=قريب اقاليم=اقليم اقدام=قدم اقربا=قريب اقرباء=قريب اقسام=قسم اقطاب=قطب اقليم اقمار=قمر اقواس=قوس اقوال=قول اكتوبر اكر=اوكر اكراد=كردي اكرانيا=اوكر الا الاف=الف الان التحاق التزام التفاف التقا=التقاء التقاء التماس التهاب التي الحاق الذي الذين الزام العاب الغا=الغاء الغاء الغام=لغم الف الفاظ=لفظ القاب=لقب الكتروني الله الم المام المان المحرم=محرم اله الواح=لوح الوان=لون الوف=الف الويه=لواء الي امال=امل امان امر امرا=امير امراء=امير امراض=مرض امراه امريك امريكا=امريك امريكان=امريك امكان امل امم=امه امه امواج=موجه اموال=مال امور=امر امير اميرك=امريك اميركا=امريك اميركان=امريك انابيب=انبوب انبا=نبا انباء=نبا انبوب انبيا=نبي انبياء=نبي انترن انترنت=انترن انترنيت=انترن انجلتر انجلترا=انجلتر انجليز انديه=نادي انسان انستجرام=انستغرام انستغرام انشطه=نشاط انصار=نصير انظار=نظر انظمه=نظام انفاق=نفق انفس=نفس انقره انكره=انقره انكلتر=انجلتر انكلترا=انجلتر انكليز=انجليز انماط=نمط انهار=نهر انواع=نوع اهداف=هدف اوامر=امر اوبام اوباما=اوبام اوت=اغسطس اوجه=وجه اوديه=واد اوراق=ورقه اورب=اوروب اوربا=اوروب اوروب اوروبا=اوروب اوزبكس اوزبكستان=اوزبكس اوساط=وسط اوسترال=استرال اوستراليا=استرال اوسمه=وسام اوضاع=وضع اوقات=وقت اوكار=وكر اوكر اوكرانيا=اوكر اولويات=اولويه اولويه اياد=يد ايار=مايو ايام=يوم ايدلوج=ايديولوج ايدلوجيا=ايديولوج ايدولوج=ايديولوج ايدولوجيا=ايديولوج ايدي=يد ايديولوج ايديولوجيا=ايديولوج ايران ايكونومس=ايكونوميس ايكونومست=ايكونوميس ايكونوميس ايكونوميست=ايكونوميس ايلول=سبتمبر ايمان بءر باب باحث باحثون=باحث باحثين=باحث باخره بارز بارزاني بارلمان=برلمان باريس باكستان بايدن بايدين=بايدن بترول بحار=بحر بحث بحر بحرين بحلول بحوث=بحث بداءل=بديل بدايل=بديل بدايه بديل براجم=براغم براجماتي=براغم برازاني=بارزاني براغم براغماتي=براغم براقم=براغم براقماتي=براغم برامج=برنامج براهين=برهان برتوكول=بروتوكول برج برجم=براغم برجماتي=براغم برزاني=بارزاني برشلونه برغم=براغم برغماتي=براغم برلمان برنامج برهان بروتوكول بروقراط=بيروقراط بريد بريطاني بسيط بشار بشري بشمرغ=بيشمرك بشمرغه=بيشمرك بشمرك=بيشمرك بشمركه=بيشمرك بضاءع=بضاعه بضاعه بضايع=بضاعه بطاقه بطل بطوله بعثات=بعثه بعثه بغداد بقا=بقاء بقاء بقاع=بقعه بقايا=بقيه بقع=بقعه بقعه بقيه بكين بلاد=بلد بلجار=بلغار بلجاريا=بلغار بلد بلدان=بلد بلغار بلغاريا=بلغار بلنكن=بلينكن بلينك=بلينكن بلينكن بلينكين=بلينكن بنا=بناء بناء بنادق=بندقيه بنتاجون بنتاغون بنتاقون=بنتاجون بنتاكون=بنتاجون بنجلاديش=بنغلاديش بند بندق بندقيه بنغلاديش بنك بنود=بند بنوك=بنك بنيامين بواخر=باخره بوتن=بوتين بوتين بول بولتن=بول بولتون=بول بومب بومبو=بومب بومبيو=بومب بيءه بيان بيانات=بيان بيانو بيت بيجين=بكين بيجينغ=بكين بيدن=بايدن بير=بءر بيرتس بيروت بيروقراط بيريتس=بيرتس بيشمرغ=بيشمرك بيشمرغه=بيشمرك بيشمرك بيشمركه=بيشمرك بيكين=بكين بيوت=بيت بييه=بيءه تابع تاجر تاريخ تاكتيك=تكتيك تامين تايلاند تايلند=تايلاند تايوان تجار=تاجر تجارب=تجربه تجربه تحالف تحالفات=تحالف تحد تحدي=تحد تحديات=تحد تحسين تحصين تخزين تدابير=تدبير تدبير تدوين تراكم ترامب تركي ترل=تريل ترليون=تريل ترمب=ترامب تريل تريليون=تريل تسعين تشرين تشكوسلوفاك=تشيكوسلوفاك تشكوسلوفاكيا=تشيكوسلوفاك تشيكوسلوفاك تشيكوسلوفاكيا=تشيكوسلوفاك تصاريح=تصريح تصريح تصريحات=تصريح تعاون تفاهم تقارير=تقرير تقان=تكنولوج تقانه=تكنولوج تقرير تكاليف=تكلفه تكتيك تكلفه تكنولوج تكنولوجيا=تكنولوج تكوين تلاميذ=تلميذ تلجرام=تلغرام تلغرام تلفزيون تلكرام=تلغرام تلميذ تليجرام=تلغرام تليغرام=تلغرام تليفزيون=تلفزيون تمكين تموز=يوليو تنظيم تنظيمات=تنظيم تهديد تهديدات=تهديد تهم=تهمه تهمه تواريخ=تاريخ تيار تيارات=تيار تيليجرام=تلغرام تيليغرام=تلغرام تيوان=تايوان ثاءر ثاير=ثاءر ثروات=ثروه ثروه ثغرات=ثغره ثغره ثكن=ثكنه ثكنات=ثكنه ثكنه ثلاثين ثمانين ثمن ثوار=ثاءر ثورات=ثوره ثوره جاءزه جاسوس جانب جانفي=يناير جايزه=جاءزه جبال=جبل جبل جبهات=جبهه جبهه جداول=جدول جدول جذر جذور=جذر جراءد=جريده جراءم=جريمه جرايد=جريده جرايم=جريمه جرحي=جريح جروزن=غروزن جروزني=غروزن جروس=غروس جروسي=غروس جريح جريده جريمه جزء جزاءر=جزيره جزاير=جزيره جزر=جزيره جزيره جسد جسر جسم جسور=جسر جفر=جيفر جفري=جيفر جلب=غيلب جلبين=غيلب جلسات=جلسه جلسه جماعات=جماعه جماعه جماهير=جمهور جمهور جناح جندي جنرال جنرالات=جنرال جنود=جندي جهات=جهه جهاز جهد جهه جهود=جهد جواءز=جاءزه جواسيس=جاسوس جوان=يونيو جوانب=جانب جوانتانام=غوانتانام جوانتانامو=غوانتانام جوايز=جاءزه جوتيريش=غوتيريش جوجل=غوغل جورباتشوف=غورباتشوف جويليه=يوليو جيش جيفر جيفري=جيفر جيل جيلب=غيلب جيلبن=غيلب جيلبين=غيلب جيمز=جيمس جيمس جين=غين جينيا=غين جيوبولتيك=جيوبوليتيك جيوبوليتيك جيوساس=جيوسياس جيوسياس جيوش=جيش حاءط حاجات=حاجه حاجز حاجه حادث حادثه حارس حاشيه حاضنه حافز حاكم حاكمات=حاكمه حاكمه حال حالات=حاله حاله حايط=حاءط حجج=حجه حجم حجه حد حدث حدود=حد حراس=حارس حرب حرف حركات=حركه حركه حروب=حرب حروف=حرف حزب حزيران=يونيو حساب حسابات=حساب حسين حشد حشود=حشد حصص=حصه حصن حصه حصون=حصن حق حقاءب=حقيبه حقاءق=حقيقه حقايب=حقيبه حقايق=حقيقه حقب=حقبه حقبه حقل حقوق=حق حقول=حقل حقيبه حقيقه حكام=حاكم حكم حل حلفا=حليف حلفاء=حليف حلم حلول=حل حليف حمرين حواجز=حاجز حوادث=حادث+حادثه حواش=حاشيه حواشي=حاشيه حواضن=حاضنه حوافز=حافز حيطان=حاءط حيوان خاءن خامنءي خامناءي=خامنءي خامنايي=خامنءي خامنهاي=خامنءي خامنيي=خامنءي خاين=خاءن خبر خبرا=خبير خبراء=خبير خبير خزاءن=خزينه خزاين=خزينه خزينه خساءر=خساره خساره خساير=خساره خصم خصوم=خصم خط خطر خطط=خطه خطه خطوط=خط خلاف خلافات=خلاف خلايا=خليه خلفا=خليفه خلفاء=خليفه خلفيات=خلفيه خلفيه خليفه خليه خمسين خمين=خوم خميني=خوم خنادق=خندق خندق خوف خوم خوميني=خوم خونه=خاءن خيار خيارات=خيار خيام=خيمه خيط خيمه خيوط=خيط داءره دافع داهم دايره=داءره دبابات=دبابه دبابه دبلماس=دبلوماس دبلماسي=دبلوماس دبلوماس دبلوماسي=دبلوماس دبلوماسيه=دبلوماس دجنبر=ديسمبر درس درع دروس=درس دروع=درع دساتير=دستور دستور دعاءم=دعامه دعامه دعاوي=دعوي دعايم=دعامه دعوي دقاءق=دقيقه دقايق=دقيقه دقيقه دكتاتور دكتاتوري=دكتاتور دكتاتوريه=دكتاتور دليل دمقراط=ديمقراط دواءر=داءره دوافع=دافع دواوين=ديوان دواير=داءره دور دول=دوله دوله ديبلوماس=دبلوماس ديبلوماسي=دبلوماس ديبلوماسيه=دبلوماس ديسمبر ديكتاتور=دكتاتور ديكتاتوري=دكتاتور ديكتاتوريه=دكتاتور ديمقراط ديموقراط=ديمقراط دين ديوان ديون=دين ذخاءر=ذخيره ذخاير=ذخيره ذخيره ذراءع=ذريعه ذراع ذرايع=ذريعه ذريعه ذكري ذكريات=ذكري ذنب ذنوب=ذنب رءساء=رءيس رءوس=راس رءي=رءيه رءيس رءيه رابط راتب راديكال راديكالي=راديكال راس رافسنج=رفسنج رافسنجاني=رفسنج راي رايات=رايه رايه ربح ربط رجال=رجل رجب رجل رحلات=رحله رحله رد ردود=رد رديكال=راديكال رديكالي=راديكال رساءل=رساله رساله رسايل=رساله رسم رسوم=رسم رسومات=رسم رصيد رفسنج رفسنجاني=رفسنج رقم ركاءز=ركيزه ركايز=ركيزه ركن ركيزه رمز رمضان رموز=رمز رهاءن=رهينه رهاين=رهينه رهينه روابط=رابط+ربط رواتب=راتب رواق روبر روبرت=روبر روبير=روبر روبيرت=روبر روسا=رءيس رووس=راس روي=رءيه رويتر=رويترز رويترز رويه=رءيه رياضه رياضي رياضيات ريج=ريغ ريجان=ريغ ريغ ريغان=ريغ رييس=رءيس زالماي=زلماي زاويه زعما=زعيم زعماء=زعيم زعيم زلماي زمان زملا=زميل زملاء=زميل زمن زميل زوارق=زورق زوايا=زاويه زوج زورق زي زيارات=زياره زياره زيلنسك=زيلينسك زيلنسكي=زيلينسك زيلينسك زيلينسكي=زيلينسك ساءد سابق سابقه ساحات=ساحه ساحل ساحه ساعات=ساعه ساعه ساند سايج=سايغ سايجون=سايغ سايد=ساءد سايغ سايغون=سايغ سبب سبتمبر سبعين ستراتيج=استراتيج ستراتيجي ستين سجن سجنا=سجين سجناء=سجين سجون=سجن سجين سد سدود=سد سطر سطور=سطر سعر سفارات=سفاره سفاره سفرا=سفير سفراء=سفير سفن=سفينه سفير سفينه سقف سقوف=سقف سكان سكرتير سكريتير=سكرتير سلاح سلاسل=سلسله سلسله سلطات=سلطه سلطان سلطه سلع=سلعه سلعه سلف سليمان سليماني سليمانيه سنار=سيناريو سناريو=سيناريو سنتكوم سنجافور=سنغافور سنجافوره=سنغافور سند سنغافور سنغافوره=سنغافور سنه=سنه+سني سنوات=سنه سنون=سنه سنوي سني سنين=سنه سوابق=سابقه سواحل=ساحل سودان سوداني سوري سوق سولايماني=سليماني سياده سياره سياسات=سياسه سياسه سياسي سياق سيج=سايغ سيجون=سايغ سيده سيطره سيغ=سايغ سيغون=سايغ سيف سيل سينا=سيناء سيناء سينار=سيناريو سيناريو سيناريوهات=سيناريو سينتكوم=سنتكوم سينما سيوف=سيف سيوله شءون=شان شاب شارع شاطء شاطي=شاطء شاعر شان شاهد شباب=شاب شباط=فبراير شبان=شاب شبح شبكات=شبكه شبكه شبل شتنبر=سبتمبر شجره شحنات=شحنه شحنه شخص شراءح=شريحه شرايح=شريحه شرخ شرط شركا=شريك شركاء=شريك شركات=شركه شركه شروخ=شرخ شروط=شرط شريحه شريط شريك شعاءر=شعيره شعاير=شعيره شعب شعبان شعرا=شاعر شعراء=شاعر شعوب=شعب شعور شعيره شكاوي=شكوي شكل شكوي شهدا=شهيد شهداء=شهيد شهر شهود=شاهد شهور=شهر شهيد شوارع=شارع شواطء=شاطء شواطي=شاطء شوال شوون=شان شيخ شيوخ=شيخ صاروخ صحاري=صحراء صحرا=صحراء صحراء صحف=صحيفه صحيفه صديق صراع صراعات=صراع صعيد صغار=صغير صغير صف صفات=صفه صفر صفقات=صفقه صفقه صفه صفوف=صف صناديق=صندوق صندوق صنف صنوف=صنف صواريخ=صاروخ صوت صور=صوره صوره صين ضابط ضاحيه ضباط=ضابط ضحايا=ضحيه ضحيه ضراءب=ضريبه ضرايب=ضريبه ضربات=ضربه ضربه ضريبه ضغط ضغوط=ضغط ضلع ضمان ضواحي=ضاحيه ضيف ضيوف=ضيف طاءرات=طاءره طاءره طاءفه طاغيه طاقم طالب طالبان طالباني طايرات=طاءره طايره=طاءره طايفه=طاءفه طايوان=تايوان طبقات=طبقه طبقه طبيب طراءق=طريقه طرايق=طريقه طرف طرق=طريق+طريقه طريق طريقه طغاه=طاغيه طفل طقس طقوس=طقس طلاب=طالب طلباني=طالباني طلبه=طالب طهران طواءف=طاءفه طواقم=طاقم طوايف=طاءفه طور طوفان ظاهره ظرف ظروف=ظرف ظواهر=ظاهره عاءد عاءدات=عاءد عاءق عاءلات=عاءله عاءله عاصمه عاطفه عاطل عاطلون=عاطل عاطلين=عاطل عاقبه عام عامل عايد=عاءد عايدات=عاءد عايق=عاءق عايلات=عاءله عايله=عاءله عبء عثمان عدد عدنان عدو عدوان عرب=عربي عربي عرش عرف عرق عروش=عرش عشاءر=عشيره عشاير=عشيره عشرين عشيره عصاءب=عصابه عصابات=عصابه عصابه عصايب=عصابه عصر عصور=عصر عضو عقاءد=عقيده عقار عقارات=عقار عقايد=عقيده عقبات=عقبه عقبه عقد عقل عقوبات=عقوبه عقوبه عقود=عقد عقول=عقل عقيده علامات=علامه علامه علم علوم=علم عمان عمدا=عميد عمداء=عميد عمق عمل عملا=عميل عملاء=عميل عملات=عمله عمله عمليات=عمليه عمليه عمود عميد عميل عناصر=عنصر عناوين=عنوان عنصر عنوان عهد عهود=عهد عواءد=عاءد عواءق=عاءق عواءل=عاءله عواصم=عاصمه عواطف=عاطفه عواقب=عاقبه عوامل=عامل عوايد=عاءد عوايق=عاءق عوايل=عاءله عيد عين عيون=عين غارات=غاره غاره غاز غازات=غاز غايات=غايه غايه غرض غرف=غرفه غرفه غروزن غروزني=غروزن غروس غروسي=غروس غلب=غيلب غلبين=غيلب غني غوانتانام غوانتانامو=غوانتانام غوانتنام=غوانتانام غوانتنامو=غوانتانام غوتيريس=غوتيريش غوتيريش غورباتشوف غوغل غيلب غيلبين=غيلب غين غينيا=غين فءات=فءه فءه فاءده فارس فارسي فاسد فاشل فاعل فاعليه فالوجه=فلوجه فايده=فاءده فايسبوك=فيسبوك فبراير فتاوي=فتوي فتح فترات=فتره فتره فتن=فتنه فتنام=فيتنام فتنه فتوي فجوات=فجوه فجوه فدرال فراغ فراغات=فراغ فرد فرص=فرصه فرصه فرض فرع فرق=فريق فرنسي فروع=فرع فريق فساد فشل فصاءل=فصيل+فصيله فصايل=فصيل+فصيله فصل فصول=فصل فصيل فصيله فضا=فضاء فضاء فضاءح=فضيحه فضايح=فضيحه فضل فضيحه فطيره فعال فعل فقدان فقرا=فقير فقراء=فقير فقرات=فقره فقره فقط فقها=فقيه فقهاء=فقيه فقير فقيه فكتور فكتوريا=فكتور فكر فكره فلاح فلاحون=فلاح فلاحين=فلاح فلسطين فلوجه فنان فنانون=فنان فنانين=فنان فهم فوز فوضي فيات=فءه فيالق=فيلق فيتنام فيثنام=فيتنام فيدرال=فدرال فيروس فيسبوك فيفري=فبراير فيكتور=فكتور فيكتوريا=فكتور فيلق فيلم فيه=فءه فييتنام=فيتنام قاءد قاءمه قاده=قاءد قارات=قاره قاره قاض قاضي=قاض قاعده قافله قالب قانون قايد=قاءد قايمه=قاءمه قباءل=قبيله قبايل=قبيله قبر قبور=قبر قبيله قتلي=قتيل قتيل قدم قدما=قديم قدماء=قديم قديم قذاءف=قذيفه قذاف قذافي=قذاف قذايف=قذيفه قذيفه قرار قرارات=قرار قرن قرون=قرن قري=قريه قريب قريه قسم قصاءد=قصيده قصايد=قصيده قصر قصص=قصه قصه قصور=قصر قصيده قضاه=قاض قضايا=قضيه قضيه قطار قطارات=قطار قطاع قطاعات=قطاع قطب قلب قلوب=قلب قمبل=قنبله قمبله=قنبله قمر قمم=قمه قمه قنابل=قنبله قناه قنبل=قنبله قنبله قنوات=قناه قواءم=قاءمه قوات=قوه قواعد=قاعده قوافل=قافله قوالب=قالب قوانين=قانون قوايم=قاءمه قوس قول قوميات=قوميه قوميه قوه قوي=قوه قيد قيم=قيمه قيمه قيود=قيد كابل كابول=كابل كاتوش=كاتيوش كاتوشا=كاتيوش كاتيوش كاتيوشا=كاتيوش كادر كارثه كازاخس كازاخستان=كازاخس كازخس=كازاخس كازخستان=كازاخس كاضمي=كاظمي كاظمي كافر كافه كامل كاميرا كاميرات=كاميرا كاميرون كانون كبار=كبير كبير كتاءب=كتيبه كتاب كتايب=كتيبه كتب=كتاب كتل=كتله كتله كتيبه كثافه كثير كداف=قذاف كدافي=قذاف كذلك كرامه كرد=كردي كردستان كردي كركوك كرونا=كورونا كسب كشف كفاءه كفار=كافر كفاه=كفاءه كلام كلف=كلفه كلفه كلن=كلين كلنتون=كلين كلين كلينتون=كلين كماءن=كمين كماين=كمين كمين كناءس=كنيسه كنايس=كنيسه كنز كنوز=كنز كنيسه كهربا=كهرباء كهرباء كوادر=كادر كوارث=كارثه كوردستان=كردستان كورونا كوري كون كونجرس=كونغرس كونغرس كونغريس=كونغرس كونفدرال كونفدرالي=كونفدرال كونفيدرال=كونفدرال كونفيدرالي=كونفدرال كونكرس=كونغرس كوهن=كوهين كوهين كويت كيان كيانات=كيان كيفيه كيماوي كيوهان=كوهين لءلء لاءحه لاجء لاجي=لاجء لازم لاعب لايحه=لاءحه لبرال=ليبرالي لبرالي=ليبرالي لبس لبنان لجان=لجنه لجنه لجو=لجوء لجوء لحظات=لحظه لحظه لسان لص لصوص=لص لطيف لعب لغات=لغه لغم لغه لفظ لقا=لقاء لقاء لقاءات=لقاء لقاات=لقاء لقب لندن لوا=لواء لواء لواءح=لاءحه لوايح=لاءحه لوجس لوجست=لوجس لوجستي لوجيس=لوجس لوجيست=لوجس لوح لوحات=لوحه لوحه لولو=لءلء لوم لون ليبرال=ليبرالي ليبرالي ليبي مءات=مءه مءامرات=مءامره مءامره مءسسات=مءسسه مءسسه مءشر مءشرات=مءشر مءه ماءه=مءه ماده مارس مازق ماساه ماسي=ماساه ماكجورك=ماكغورك ماكر ماكرون=ماكر ماكغورك ماكغيرك=ماكغورك مال مامون ماي=مايو مايه=مءه مايو مبادء=مبدا مبادي=مبدا مبالغ=مبلغ مبان=مبني مباني=مبني مبدء=مبدا مبدا مبلغ مبني متاجر=متجر متاحف=متحف متجر متحف مجاري=مجري مجازر=مجزره مجال مجالات=مجال مجالس=مجلس مجري مجريات=مجري مجزره مجلس مجموعات=مجموعه مجموعه محافظات=محافظه محافظه محافل=محفل محاكم=محكمه محام محامون=محام محامي=محام محامين=محام محاور=محور محتوي محتويات=محتوي محرم محفل محكمه محن=محنه محنه محور محيط محيطات=محيط مخابء=مخبا مخابي=مخبا مخارج=مخرج مخازن=مخزن مخاطر=خطر مخافه مخاوف=خوف+مخافه مخبء=مخبا مخبا مخرج مخزن مخيم مخيمات=مخيم مداخل=مدخل مدارس=مدرسه مدافع=مدفع مدخل مدرسه مدفع مدن=مدينه مدني مدينه مذاهب=مذهب مذهب مرات=مره مراحل=مرحله مراسي=مرسي مراسيم=مرسوم مراعي=مرعي مرافق=مرفق مراكز=مركز مرامي=مرمي مرتب مرتبات=مرتب مرحله مرسوم مرسي مرض مرضي=مرض+مريض مرعي مرفق مركز مركل=ميركل مرمي مره مريض مزارع=مزرعه مزايا=مزيه مزرعه مزيه مسءول مسءولون=مسءول مسءولين=مسءول مساءل=مساله مساجد=مسجد مسار مسارات=مسار مسارح=مسرح مساع=مسعي مساعي=مسعي مساكن=مسكن مسالك=مسلك مساله مساهم مسايل=مساله مستشفي مستشفيات=مستشفي مستوي مستويات=مستوي مسجد مسرح مسعي مسكن مسلك مسلم مسلمون=مسلم مسلمين=مسلم مسوول=مسءول مسوولون=مسءول مسوولين=مسءول مشاريع=مشروع مشاعر=شعور مشاكل=مشكله مشاهد=مشهد مشايخ=شيخ مشروع مشروعات=مشروع مشكلات=مشكله مشكله مشهد مصادر=مصدر مصارف=مصرف مصافي=مصفاه مصالح=مصلحه مصانع=مصنع مصدر مصرف مصفاه مصلحه مصنع مضايق=مضيق مضمون مضيق مطار مطارات=مطار مطاعم=مطعم مطالب=مطلب مطامع=مطمع مطعم مطلب مطمع مظاهر=مظهر مظاهرات=مظاهره مظاهره مظهر معابر=معبر معارك=معركه معاقل=معقل معالم=معلم معامل=معمل معان=معني معاني=معني معايير=معيار معبر معركه معسكر معسكرات=معسكر معقل معلم معمل معني معيار مغازي=مغزي مغزي مفارز=مفرزه مفاصل=مفصل مفاهيم=مفهوم مفرزه مفصل مفهوم مقابر=مقبره مقاتل مقاتلون=مقاتل مقاتلين=مقاتل مقار=مقر مقاصد=مقصد مقاعد=مقعد مقاهي=مقهي مقبره مقتضي مقتضيات=مقتضي مقر مقرات=مقر مقصد مقعد مقهي مكاتب=مكتب مكاسب=مكسب مكامن=مكمن مكان مكتب مكر=ماكر مكرون=ماكر مكسب مكمن مكون مكونات=مكون ملاجء=ملجا ملاجي=ملجا ملاعب=ملعب ملامح=ملمح ملاهي=ملهي ملايين=مليون ملتقي ملتقيات=ملتقي ملجء=ملجا ملجا ملش=ميليشيا ملشيا=ميليشيا ملعب ملعون ملف ملفات=ملف ملك ملمح ملهي ملوك=ملك مليار مليارات=مليار مليش=ميليشيا مليشيا=ميليشيا مليون منابر=منبر منابع=منبع مناجم=منجم مناحي=منحي منازل=منزل مناصب=منصب مناطق=منطقه منافذ=منفذ منافي=منفي مناهج=منهج منبر منبع منتج منتجات=منتج منتدي منتديات=منتدي منجم منجول=منغول منجوليا=منغول منح=منحه منحه منحي منزل منصب منطقه منغول منغوليا=منغول منفذ منفي منهج مهام=مهمه مهم مهمات=مهمه مهمه مهن=مهنه مهنه مواثيق=ميثاق مواد=ماده موارد=مورد موازين=ميزان مواسم=موسم مواضع=موضع مواطن مواطنون=مواطن مواطنين=مواطن مواقع=موقع مواقف=موقف مواكب=موكب موامرات=مءامره موامره=مءامره موانء=ميناء مواني=ميناء موجه مورد موسسات=مءسسه موسسه=مءسسه موسم موشر=مءشر موشرات=مءشر موضع موظف موظفون=موظف موظفين=موظف موقع موقف موكب مونتنيغر=مونتينيغر مونتنيغرو=مونتينيغر مونتينيغر مونتينيغرو=مونتينيغر ميات=مءه ميادين=ميدان ميثاق ميدان ميركل ميزان ميلش=ميليشيا ميلشيا=ميليشيا ميليش=ميليشيا ميليشيا ميليشيات=ميليشيا مينا=ميناء ميناء ميه=مءه ناءب ناحيه ناخب ناخبون=ناخب ناخبين=ناخب ناد=نادي نادي ناشط نافذه نايب=ناءب نبء=نبا نبا نبي نتاءج=نتيجه نتانياهو=نتنياهو نتايج=نتيجه نتنياهو نتيجه نجم نجوم=نجم نخب=نخبه نخبه نزاع نزاعات=نزاع نزلا=نزيل نزلاء=نزيل نزيل نسا=امراه نساء=امراه نسب=نسبه نسبه نسخ=نسخه نسخه نشاط نشاطات=نشاط نشطا=ناشط نشطاء=ناشط نص نصوص=نص نصير نظام نظر نظريات=نظريه نظريه نظم=نظام نفس نفق نفوس=نفس نقاط=نقطه نقط=نقطه نقطه نماذج=نموذج نمط نموذج نهر نواب=ناءب نواحي=ناحيه نواد=نادي نوافذ=نافذه نوايا=نيه نوع نوفمبر نونبر=نوفمبر نيات=نيه نيسان=ابريل نينوا=نينوي نينوي نيه نيوزلند=نيوزيلند نيوزلندا=نيوزيلند نيوزيلاند=نيوزيلند نيوزيلاندا=نيوزيلند نيوزيلند نيوزيلندا=نيوزيلند نيوورك=نيويورك نيويورك هاتف هاجس هاريس هجمات=هجوم هجمه=هجوم هجوم هدايا=هديه هدف هدن=هدنه هدنه هديه هرمون هريس=هاريس هضاب=هضبه هضبه هليكوبتر هنجار=هنغار هنجاريا=هنغار هنغار هنغاريا=هنغار هواتف=هاتف هواجس=هاجس هوكس هوكستاين=هوكس هوكستين=هوكس هوكش=هوكس هوكشتاين=هوكس هولير=اربيل هيء=هيءه هيءات=هيءه هيءه هيا=هيءه هياكل=هيكل هياه=هيءه هيجسيث=هيغسيث هيغسيث هيكل هيلكوبتر=هليكوبتر هيليكوبتر=هليكوبتر هييات=هيءه هييه=هيءه واجب واجبات=واجب واحد واد وادي=واد واسع واشنجتن=واشنطن واشنطن واشنطون=واشنطن واشنغتن=واشنطن واضح واقع والد والده وثاءق=وثيقه وثايق=وثيقه وثيق وثيقه وجه وجها=وجيه وجهاء=وجيه وجهه وجود وجوه=وجه وجيه وحده وحش وحيد وديان=واد وديعه ورا=وراء وراء ورد ورش=ورشه ورشات=ورشه ورشه ورقه وزارات=وزاره وزاره وزرا=وزير وزراء=وزير وزن وزير وساءل=وسيله وساطه وسام وسايل=وسيله وسط وسيط وسيله وصايا=وصيه وصايه وصف وصول وصيه وضع وطن وظاءف=وظيفه وظايف=وظيفه وظيفه وعد وعود=وعد وعي وفاق وفاه وفد وفره وفق وفود=وفد وقاءع=واقع وقاءي وقايع=واقع وقايه وقايي=وقاءي وقت وقف وقود وكالات=وكاله وكاله وكر وكلا=وكيل وكلاء=وكيل وكيل ولا=ولاء ولاء ولايات=ولايه ولايه وهم يد يمين يناير يوجوسلاف=يوغسلاف يوجوسلافيا=يوغسلاف يوغسلاف يوغسلافيا=يوغسلاف يوغوسلاف=يوغسلاف يوغوسلافيا=يوغسلاف يوليه=يوليو يوليو يوم يونسك يونسكو=يونسك يونيسك=يونسك يونيسكو=يونسك يونيه=يونيو يونيو","particles":"اجل اذ اذا اذن الا ام امام انما او اولءك اولا ايضا اين بعد بعض بل بما به بها بهم بين بينما بينها بينهم تحت ثانيا ثم حتي حيث حين حينما حينها خلال خلف داخل دون ذلك ربما سواء سوف سوي ضد ضمن عبر عند عندما غير فان فقد فلا فهو فهي فوق فيما فيه فيها قبل قد كان كانت كذلك كل كلما كما كي كيف لدن لدي لذلك لكن لكون لكي لما لماذا له لها لهم لو لولا ليس ليست ماذا متي مثل مع مما منذ نحو نعم هءلاء هذا هذه هكذا هل هنا هناك وان وراء وعن وفق وفي وقد ولا ولم ولن وما ومن وهو وهي","short":"اب اخ ام حد حق حل خط دم رد سد شك صف ظل فن كل نص يد","common":"agreement airport and army baker base brigade camp center central centre command council deal defence defense desert east election factions fly for framework from government header institute interior into latin malice ministry mountains movement muzzle new north office operation organization party protests raider reader region republic resistance rider road said salaam security sedan south state states talks the times university victory vowel war west with york","phrases":{"كانون الثاني":"يناير","كانون ثاني":"يناير","تشرين الاول":"اكتوبر","تشرين اول":"اكتوبر","تشرين الثاني":"نوفمبر","تشرين ثاني":"نوفمبر","كانون الاول":"ديسمبر","كانون اول":"ديسمبر","ربيع الاول":"ربيعالاول","ربيع الاخر":"ربيعالاخر","ربيع الثاني":"ربيعالاخر","جمادي الاولي":"جماديالاولي","جمادي الاول":"جماديالاولي","جمادي الاخره":"جماديالاخره","جمادي الثانيه":"جماديالاخره","ذو القعده":"ذوالقعده","ذي القعده":"ذوالقعده","ذو الحجه":"ذوالحجه","ذي الحجه":"ذوالحجه"},"english":{"international":"internat","internationally":"internat","internationals":"internat","internationalism":"internat","internationalize":"internat","organization":"organiz","organizations":"organiz","organize":"organiz","organized":"organiz","organizes":"organiz","organizing":"organiz","organisation":"organiz","organisations":"organiz","organise":"organiz","organised":"organiz","organises":"organiz","organising":"organiz","organizational":"organiz","organisational":"organiz","organism":"organism","organisms":"organism","university":"universiti","universities":"universiti","emergency":"emergenc","emergencies":"emergenc","added":"add","adding":"add","adds":"add","evening":"evening","evenings":"evening","defence":"defens","defense":"defens","defences":"defens","defenses":"defens","programme":"program","program":"program","programmes":"program","programs":"program","centre":"center","center":"center","centres":"center","centers":"center","mobilisation":"mobiliz","mobilization":"mobiliz","mobilise":"mobiliz","mobilize":"mobiliz","mobilised":"mobiliz","mobilized":"mobiliz","militia":"militia","militias":"militia","army":"armi","armies":"armi","arm":"arm","arms":"arm","armed":"arm","arming":"arm","policy":"policy","policies":"policy","police":"polic","policing":"polic","news":"news"},"latin":{"muhammad":"mohammed","mohammad":"mohammed","mohamed":"mohammed","muhammed":"mohammed","mohamad":"mohammed","muhamad":"mohammed","mohd":"mohammed","hizballah":"hezbollah","hizbollah":"hezbollah","hezballah":"hezbollah","hizbullah":"hezbollah","hezbullah":"hezbollah","hisbollah":"hezbollah","hizbolla":"hezbollah","isil":"isis","daesh":"isis","daish":"isis","arbil":"erbil","irbil":"erbil","hewler":"erbil","kazimi":"kadhimi","kazemi":"kadhimi","kadhemi":"kadhimi","ninawa":"nineveh","ninewa":"nineveh","ninevah":"nineveh","nineva":"nineveh","ninava":"nineveh","shingal":"sinjar","shengal":"sinjar","hakeem":"hakim","kerbala":"karbala","raqqah":"raqqa","rakka":"raqqa","lattakia":"latakia","teheran":"tehran","khamanei":"khamenei","khamini":"khamenei","khameney":"khamenei","qaida":"qaeda","netanyahou":"netanyahu","natanyahu":"netanyahu","muqtada":"moqtada","sulaimaniyah":"sulaymaniyah","slemani":"sulaymaniyah","ahmad":"ahmed","jafar":"jaafar","pishmarga":"peshmerga","peshmarga":"peshmerga","peshmerge":"peshmerga","peshmarge":"peshmerga","ghazza":"gaza","mawsil":"mosul","iraqi":"iraq","iraqis":"iraq","iranian":"iran","iranians":"iran","syrian":"syria","syrians":"syria","israeli":"israel","israelis":"israel","american":"america","americans":"america","russian":"russia","russians":"russia","turkish":"turkey","turks":"turkey","turkiye":"turkey","lebanese":"lebanon","afghan":"afghanistan","afghans":"afghanistan","kuwaiti":"kuwait","kuwaitis":"kuwait","houthis":"houthi","huthi":"houthi","huthis":"houthi","hothi":"houthi","hothis":"houthi","ryad":"riyadh","riad":"riyadh","riyad":"riyadh","halab":"aleppo","dimashq":"damascus","damas":"damascus","beyrouth":"beirut","bayrut":"beirut","dayr":"deir","deyr":"deir","qods":"quds","kuds":"quds","hawl":"hol","hul":"hol","ayn":"ain","fallouja":"fallujah","diala":"diyala","dyala":"diyala","barazani":"barzani","berzani":"barzani","talebani":"talabani","karkuk":"kirkuk","kerkuk":"kirkuk","kirkouk":"kirkuk","himrin":"hamrin","hamreen":"hamrin","maleki":"maliki"},"months":{"january":"يناير","february":"فبراير","March":"مارس","april":"ابريل","May":"مايو","june":"يونيو","july":"يوليو","august":"اغسطس","september":"سبتمبر","october":"اكتوبر","november":"نوفمبر","december":"ديسمبر","muharram":"محرم","safar":"صفر","rajab":"رجب","shaban":"شعبان","ramadan":"رمضان","shawwal":"شوال"},"classes":{"arabic":"\\u0620-\\u063f\\u0641-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06fc\\u0750-\\u077f\\ufb50-\\ufbb1\\ufbd3-\\ufd3d\\ufd50-\\ufd8f\\ufd92-\\ufdc7\\ufdf0-\\ufdfb\\ufe70-\\ufe74\\ufe76-\\ufefc","mark":"\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed","latin":"A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff","other":"\\u0370-\\u0373\\u0376-\\u037d\\u037f\\u0386-\\u03ff\\u0400-\\u052f\\u05d0-\\u05ea","digit":"0-9\\u0660-\\u0669\\u06f0-\\u06f9","unseen":"\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\ufffd","sign":"'\\u2018\\u2019\\u02bb-\\u02bf\\u02c8"}}

  // ---- folding (matn.text.fold, matn.text.search.fold)

  const SAME = table("أإآٱؤئىیېةۀەھکڪ", "ااااءءيييههههكك")
  const TYPED = table("پچگڤژہۃےıøłđð", "بجكفزههيioldd").set("æ", "ae").set("œ", "oe").set("þ", "th")
  const CASEFOLD = table("ςµſẛŉẚ", "σμsṡna").set("ß", "ss")
  const HAMZA = new Map([["ؤ", "و"], ["ئ", "ي"], ["ء", ""]])
  const DROPPED = /^[\p{M}\p{Z}\p{C}\p{P}\p{S}]$/u
  const CLUSTERS = /[^]\p{M}*/gu
  const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/
  const PRESENTED = /[\ufb50-\ufdff\ufe70-\ufeff]/

  function table(from, to) {
    const into = [...to]
    return new Map([...from].map((char, at) => [char, into[at]]))
  }

  function digit(char) {
    const code = char.codePointAt(0)
    for (const zero of [0x30, 0x660, 0x6f0]) if (code >= zero && code < zero + 10) return String(code - zero)
    return null
  }

  function foldCharacter(char) {
    if (PRESENTED.test(char)) {
      const letters = char.normalize("NFKC")
      if (letters !== char) return [...letters].map(foldCharacter).join("")
    }
    if (char === "\u0640" || DROPPED.test(char)) return ""
    const number = digit(char)
    if (number !== null) return number
    const small = char.toLowerCase()
    return [...(CASEFOLD.get(small) ?? small)].map((one) => SAME.get(one) ?? one).join("")
  }

  function typed(char) {
    const code = char.codePointAt(0)
    if ((code >= 0x2b0 && code < 0x300) || DROPPED.test(char)) return ""
    const plain = ACCENTED.test(char) ? char.normalize("NFD")[0] : char
    return TYPED.get(plain) ?? plain
  }

  const seen = new Map()

  function foldCluster(cluster) {
    if (!seen.has(cluster)) {
      const letters = [...cluster.normalize("NFC")].map((char) => [...foldCharacter(char)].map(typed).join(""))
      if (cluster.length > 4) return letters.join("")
      seen.set(cluster, letters.join(""))
    }
    return seen.get(cluster)
  }

  function fold(text) {
    const offsets = []
    let done = ""
    for (const hit of text.matchAll(CLUSTERS)) {
      const part = foldCluster(hit[0])
      for (let at = 0; at < part.length; at++) offsets.push(hit.index)
      done += part
    }
    return { text: done, offsets: [...offsets, text.length] }
  }

  function folded(text) {
    return (text.match(CLUSTERS) ?? []).map(foldCluster).join("")
  }

  function withoutHamza(word) {
    const letters = [...[...word.normalize("NFC")].map((char) => char.normalize("NFKC")).join("")]
    const bare = folded(letters.map((char) => HAMZA.get(char) ?? char).join(""))
    return [...bare].length > 2 ? bare : folded(word)
  }

  // ---- endings and beginnings (matn.text.search.affixes)

  const ARTICLE = /^(?:[وف]?(?:[بك]?ال|(لل)))(.{2,})$/u
  const POSSESSIVE = ["هما", "هم", "هن", "ها"]
  const NUMBER = ["ان", "ون", "ين"]

  function shorter(form) {
    const { length } = form
    for (const ending of POSSESSIVE) {
      if (form.endsWith(ending) && length >= ending.length + 3) return restored(form.slice(0, -ending.length))
    }
    if (form.endsWith("تكم") && length > 5) return restored(form.slice(0, -2))
    if (form.endsWith("نا") && length > 4 && !"اوي".includes(form.at(-3))) {
      return [...restored(form.slice(0, -2)), form.slice(0, -1)]
    }
    if (form.endsWith("ات") && length > 3) return [length > 4 ? form.slice(0, -2) : form.slice(0, -2) + "ه"]
    if (form.endsWith("وا") && length > 4) return [form.slice(0, -2)]
    if (form.endsWith("و") && length > 4) return [form.slice(0, -1)]
    if (NUMBER.some((ending) => form.endsWith(ending)) && length > 4) return restored(form.slice(0, -2))
    if (length > 3 && "هيات".includes(form.at(-1)) && !form.endsWith("اي")) {
      return "هي".includes(form.at(-1)) ? restored(form.slice(0, -1)) : [form.slice(0, -1)]
    }
    return []
  }

  function restored(form) {
    const plural = form.endsWith("ات")
    if (!form.endsWith("ت") || (plural && form.length > 4)) return [form]
    const closed = form.slice(0, -1) + "ه"
    return form.length < 4 || plural ? [form, closed] : [closed]
  }

  function withoutParticle(form) {
    const first = "وف".includes(form[0]) ? form.slice(1) : ""
    const base = first || form
    const second = (base && "بكل".includes(base[0])) || future(base) ? base.slice(1) : ""
    return [first, second].filter(Boolean)
  }

  function future(form) {
    return form[0] === "س" && form.length > 4 && "يتن".includes(form[1])
  }

  // ---- the Arabic stemmer (matn.text.search.arabic)

  const LEXICON = new Map(
    DATA.lexicon.split(" ").map((entry) => {
      const [form, keys] = entry.split("=")
      return [form, keys ? keys.split("+") : [form]]
    })
  )
  const PARTICLES = new Set(DATA.particles.split(" "))
  const SHORT = new Set(DATA.short.split(" "))

  function arabicKeys(form) {
    let found = unique(keysOnce(form))
    for (let turn = 0; turn < 4; turn++) {
      const settled = unique(found.flatMap(settle))
      if (settled.join(" ") === found.join(" ")) break
      found = settled
    }
    return found
  }

  function settle(key) {
    const again = keysOnce(key)
    return again.includes(key) ? [key] : again
  }

  function keysOnce(form) {
    if (PARTICLES.has(form) && !LEXICON.has(form)) return [form]
    const done = cut(form)
    if ((done.listed && !hidesArticle(form, done)) || form.length < 3) return done.keys
    const own = ownArticle(form)
    if (own) return own
    const found = ARTICLE.exec(form)
    return found ? afterArticle(found[2], found[1] !== undefined) : withParticles(form, done)
  }

  function hidesArticle(form, done) {
    const short = form.startsWith("ال") && done.keys.some((key) => key.startsWith("ال") && key.length === 3)
    return short && form.length > 4 && cut(form.slice(2)).listed
  }

  function ownArticle(form) {
    const rests = withoutParticle(form).filter((rest) => rest.startsWith("ال"))
    const cuts = rests.map((rest) => [rest, cut(rest)])
    return cuts.find(([rest, done]) => done.listed && !hidesArticle(rest, done))?.[1].keys
  }

  function afterArticle(rest, withLam) {
    const own = withLam ? cut("ل" + rest) : null
    const done = cut(rest)
    if (own?.listed) return done.listed ? [...done.keys, ...own.keys] : own.keys
    const again = done.listed ? null : ARTICLE.exec(rest)
    if (again) return afterArticle(again[2], again[1] !== undefined)
    return done.listed || !own ? done.keys : [...done.keys, ...own.keys]
  }

  function withParticles(form, whole) {
    const found = [...whole.keys]
    for (const rest of withoutParticle(form)) {
      if (rest.length < 3 && !SHORT.has(rest)) continue
      if (PARTICLES.has(rest)) {
        found.push(rest)
        continue
      }
      const article = ARTICLE.exec(rest)
      const done = article
        ? { keys: afterArticle(article[2], article[1] !== undefined), listed: false }
        : cut(rest)
      if (done.listed && rest.length > 3) return done.keys
      found.push(...done.keys)
    }
    return found
  }

  function cut(form) {
    const ends = []
    let forms = [form]
    while (forms.length) {
      const hit = forms.flatMap(readings).find((one) => LEXICON.has(one))
      if (hit !== undefined) return { keys: LEXICON.get(hit), listed: true }
      ends.push(...forms.filter((one) => !next(one).length))
      forms = forms.flatMap(next)
    }
    return { keys: unique(ends), listed: false }
  }

  function next(form) {
    if (form.length === 3 && form[2] === "ه" && SHORT.has(form.slice(0, 2))) return [form.slice(0, 2)]
    return shorter(form)
  }

  function readings(form) {
    const found = [form]
    if (form.endsWith("ات") && form.length > 4 && !form.startsWith("ال")) found.push(form.slice(0, -2) + "ه")
    if (form.length > 3 && !LEXICON.has(form.slice(0, -1))) {
      if (form.endsWith("ي")) found.push(form.slice(0, -1) + "ه")
      if (form.endsWith("ا")) found.push(form.slice(0, -1) + "ي")
    }
    return found
  }

  // ---- English and names (matn.text.search.english, .names)

  const ENGLISH = new Map(Object.entries(DATA.english))
  const LATIN = new Map(Object.entries(DATA.latin))
  const MONTHS = new Map(Object.entries(DATA.months))
  const COMMON = new Set(DATA.common.split(" "))
  const SOUNDS = [
    ["kh", "x"], ["gh", "g"], ["sh", "$"], ["ch", "$"], ["ph", "f"], ["dh", "d"], ["q", "k"], ["c", "k"], ["z", "s"],
  ]
  const NONE = names({ spelt: {}, heard: {}, phrases: {} })

  function englishStem(word) {
    return ENGLISH.get(word) ?? porter(word)
  }

  function sound(word) {
    for (const [written, heard] of SOUNDS) word = word.replaceAll(written, heard)
    const ending = /[iy][ae]h?$/.test(word) ? "a" : ""
    word = word.replace(/[aeiouy]+/g, (run) => (/[ou]/.test(run) ? "u" : /[eiy]/.test(run) ? "i" : "a"))
    return word.replace(/(.)\1+/gu, "$1").replace(/h$/, "") + ending
  }

  function names(data) {
    const entries = (part) => new Map(Object.entries(part).map(([form, keys]) => [form, keys.split(" ")]))
    const phrases = new Map(Object.entries(data.phrases))
    return { spelt: entries(data.spelt), heard: entries(data.heard), phrases, seen: new Map() }
  }

  function nameKeys(form, known) {
    if (COMMON.has(form)) return []
    return known.spelt.get(form) ?? known.heard.get(sound(form)) ?? []
  }

  // ---- words and their places (matn.text.search.token)

  const A = DATA.classes.arabic
  const [MARK, L, OTHER, DIGIT, UNSEEN, SIGN] = ["mark", "latin", "other", "digit", "unseen", "sign"].map(
    (name) => DATA.classes[name]
  )
  const WORD = new RegExp(
    `[${A}](?:[${A}${MARK}]|[${UNSEEN}]+(?=[${A}${MARK}]))*` +
      `|[${DIGIT}]+` +
      `|(?:[A-Za-z]\\.){2,}` +
      `|[${L}](?:[${L}\\u0300-\\u036f]|[${UNSEEN}${SIGN}]+(?=[${L}]))*` +
      `|[${OTHER}]+`,
    "gu"
  )
  const GENITIVE = /['\u2019]s$/i
  const IS_ARABIC = new RegExp(`^[${A}]`, "u")
  const IS_LATIN = new RegExp(`^[${L}]`, "u")
  const PHRASES = new Map(Object.entries(DATA.phrases))

  function stems(word, known = NONE) {
    if (!known.seen.has(word)) {
      if (known.seen.size > 20000) known.seen.clear()
      known.seen.set(word, Object.freeze(keysOf(word, known)))
    }
    return known.seen.get(word)
  }

  function keysOf(word, known) {
    const form = folded(word.replace(GENITIVE, ""))
    if (!form) return []
    if (IS_ARABIC.test(form)) return keysOfArabic(word, form)
    return IS_LATIN.test(form) ? keysOfLatin(word, form, known) : [form]
  }

  function keysOfArabic(word, form) {
    const found = arabicKeys(form)
    const bare = withoutHamza(word)
    if (bare === form || found.every((key) => cut(key).listed)) return found
    return unique([...found, ...arabicKeys(bare)])
  }

  function keysOfLatin(word, form, known) {
    const name = LATIN.get(form) ?? form
    const month = MONTHS.get(name) ?? MONTHS.get(word)
    return unique([englishStem(name), ...(month ? [month] : []), ...nameKeys(name, known)])
  }

  function words(text) {
    return [...text.matchAll(WORD)].map((hit) => word(hit[0], hit.index)).filter((one) => one.folded)
  }

  function word(text, start) {
    const surface = text.replace(GENITIVE, "")
    return { start, end: start + surface.length, surface, folded: remembered(surface) }
  }

  const forms = new Map()

  function remembered(surface) {
    let form = forms.get(surface)
    if (form === undefined) {
      if (forms.size > 50000) forms.clear()
      forms.set(surface, (form = folded(surface)))
    }
    return form
  }

  function tokens(text, known = NONE) {
    const found = words(text).map((one) => ({ ...one, keys: stems(one.surface, known) }))
    return withPhrases(text, found, known)
  }

  function withPhrases(text, found, known) {
    const gained = new Map()
    found.slice(1).forEach((two, at) => {
      if (!/^[\s\x1c-\x1f\x85]+$/.test(text.slice(found[at].end, two.start))) return
      for (const key of phrases(found[at].folded, two.folded, known)) {
        for (const place of [at, at + 1]) gained.set(place, [...(gained.get(place) ?? []), key])
      }
    })
    return found.map((one, at) => (gained.has(at) ? { ...one, keys: [...one.keys, ...unique(gained.get(at))] } : one))
  }

  function phrases(one, two, known) {
    const starts = "وفبلك".includes(one[0]) ? [one, one.slice(1)] : [one]
    return starts.flatMap((start) =>
      [PHRASES, known.phrases].map((part) => part.get(`${start} ${two}`)).filter((key) => key !== undefined)
    )
  }

  function unique(list) {
    return [...new Set(list)]
  }

  // ---- English: Porter's second stemmer, the package porter2 1.1.0 as published, unchanged but for its export
  /*
   * The MIT License
   *
   * Copyright (c) 2024 eilvelia <hi@eilvelia.cat>
   *
   * Permission is hereby granted, free of charge, to any person obtaining a copy
   * of this software and associated documentation files (the "Software"), to deal
   * in the Software without restriction, including without limitation the rights
   * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
   * copies of the Software, and to permit persons to whom the Software is
   * furnished to do so, subject to the following conditions:
   *
   * The above copyright notice and this permission notice shall be included in all
   * copies or substantial portions of the Software.
   *
   * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
   * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
   * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
   * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
   * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
   * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
   * SOFTWARE.
   */
  const porter = (function () {
    // EQ_BEGIN : (chars : string) -> <code (boolean)>
    // EQ_END : (offset : number, chars : string) -> <code (boolean)>
    // All one-character strings in this file are converted to char codes.

    // This is mostly a rewrite of my ocaml implementation (though not published
    // at the moment of writing this)

    function is_v(char) {
      switch (char) {
        case 97: case 101: case 105: case 111: case 117: case 121: return true
        default: return false
      }
    }

    function is_wxy(char) {
      switch (char) {
        case 97: case 101: case 105: case 111: case 117: case 121:
        case 119: case 120: case 89:
          return true
        default: return false
      }
    }

    function is_valid_li(char) {
      switch (char) {
        case 99: case 100: case 101: case 103: case 104: case 107: case 109:
        case 110: case 114: case 116:
          return true
        default: return false
      }
    }

    function is_double(char) {
      switch (char) {
        case 98: case 100: case 102: case 103: case 109: case 110: case 112:
        case 114: case 116:
          return true
        default: return false
      }
    }

    function is_shortv(w, len) {
      // backwardmode: ( non-v_WXY v non-v ) or ( non-v v atlimit )
      return len >= 2 && is_v(w[len - 2]) && (
        (len === 2 && !is_v(w[len - 1]))
        || (len >= 3 && !is_v(w[len - 3])
            && !is_wxy(w[len - 1]))
      )
    }

    function stem(word) {
      if (word.length < 3)
        return word
      // exception1
      if (word.length <= 6) {
        switch (word) {
          case 'skis': return 'ski'
          case 'skies': return 'sky'
          case 'dying': return 'die'
          case 'lying': return 'lie'
          case 'tying': return 'tie'
          // special -LY cases
          case 'idly': return 'idl'
          case 'gently': return 'gentl'
          case 'ugly': return 'ugli'
          case 'early': return 'earli'
          case 'only': return 'onli'
          case 'singly': return 'singl'
          // invariant forms
          case 'sky': case 'news': case 'howe':
          // not plural forms
          case 'atlas': case 'cosmos': case 'bias': case 'andes':
            return word
        }
      }
      var initial_offset = word.charCodeAt(0) === 39 /* ' */ ? 1 : 0
      var l = word.length - initial_offset
      var w = new Array(l)
      var y_found = false
      for (var i = 0; i < l; ++i) {
        // var ch = word[i + initial_offset]
        var ch = word.charCodeAt(i + initial_offset)
        if (ch === 121 && (i === 0 || is_v(w[i - 1]))) {
          y_found = true
          w[i] = 89
          continue
        }
        w[i] = ch
      }
      if (w[l - 1] === 39)
        --l
      if (l >= 2 && w[l - 2] === 39 && w[l - 1] === 115)
        l -= 2
      // mark_regions
      var rv = 0;
      // rv is the position after the first vowel
      while (rv < l && !is_v(w[rv])) ++rv
      if (rv < l) ++rv
      var r1 = rv
      if (l >= 5 && ((w[0] === 103 && w[1] === 101 && w[2] === 110 && w[3] === 101 && w[4] === 114) || (w[0] === 97 && w[1] === 114 && w[2] === 115 && w[3] === 101 && w[4] === 110)))
        r1 = 5
      else if (l >= 6 && w[0] === 99 && w[1] === 111 && w[2] === 109 && w[3] === 109 && w[4] === 117 && w[5] === 110)
        r1 = 6
      else {
        // > R1 is the region after the first non-vowel following a vowel,
        // > or the end of the word if there is no such non-vowel.
        while (r1 < l && is_v(w[r1])) ++r1
        if (r1 < l) ++r1
      }
      // > R2 is the region after the first non-vowel following a vowel in R1,
      // > or the end of the word if there is no such non-vowel.
      var r2 = r1
      while (r2 < l && !is_v(w[r2])) ++r2
      while (r2 < l && is_v(w[r2])) ++r2
      if (r2 < l) ++r2
      // Step_1a
      if (l >= 3) {
        if (w[l - 1] === 115) {
          if (l >= 4 && w[l - 2] === 101 && w[l - 3] === 115 && w[l - 4] === 115)
            l -= 2 // sses -> ss
          else if (w[l - 2] === 101 && w[l - 3] === 105)
            l -= (l >= 5 ? 2 : 1) // ies
          else if (w[l - 2] !== 117 && w[l - 2] !== 115 && rv < l - 1)
            // us ss -> <nothing>; s -> "delete if the preceding word part
            // contains a vowel not immediately before the s"
            l -= 1
        } else if (w[l - 1] === 100 && w[l - 2] === 101 && w[l - 3] === 105)
          l -= (l >= 5 ? 2 : 1) // ied
      }
      // exception2
      if (
        (l === 6 && (
          (w[0] === 105 && w[1] === 110 && w[2] === 110 && w[3] === 105 && w[4] === 110 && w[5] === 103) || (w[0] === 111 && w[1] === 117 && w[2] === 116 && w[3] === 105 && w[4] === 110 && w[5] === 103) || (w[0] === 101 && w[1] === 120 && w[2] === 99 && w[3] === 101 && w[4] === 101 && w[5] === 100))
        ) || (l === 7 && (
          (w[0] === 99 && w[1] === 97 && w[2] === 110 && w[3] === 110 && w[4] === 105 && w[5] === 110 && w[6] === 103) || (w[0] === 104 && w[1] === 101 && w[2] === 114 && w[3] === 114 && w[4] === 105 && w[5] === 110 && w[6] === 103) || (w[0] === 101 && w[1] === 97 && w[2] === 114 && w[3] === 114 && w[4] === 105 && w[5] === 110 && w[6] === 103)
          || (w[0] === 112 && w[1] === 114 && w[2] === 111 && w[3] === 99 && w[4] === 101 && w[5] === 101 && w[6] === 100) || (w[0] === 115 && w[1] === 117 && w[2] === 99 && w[3] === 99 && w[4] === 101 && w[5] === 101 && w[6] === 100)))
      ) {
        var exp2_out = ''
        for (var i = 0; i < l; ++i)
          // exp2_out += w[i]
          exp2_out += String.fromCharCode(w[i])
        return exp2_out
      }
      // Step_1b
      var ll =
        // l (length) without the -ly ending
        (l >= 2 && w[l - 1] === 121 && w[l - 2] === 108) ? l - 2 : l
      if (ll >= 3) {
        if (w[ll - 3] === 101 && w[ll - 2] === 101 && w[ll - 1] === 100) {
          if (ll >= r1 + 3)
            l = ll - 1 // eed eedly -> ee (if in R1)
        } else {
          // ll without: ed edly ing ingly (-1 if not found)
          if (w[ll - 2] === 101 && w[ll - 1] === 100)
            ll -= 2
          else if (w[ll - 3] === 105 && w[ll - 2] === 110 && w[ll - 1] === 103)
            ll -= 3
          else ll = -1
          if (ll >= 0 && rv <= ll) {
            l = ll
            if (l >= 2) {
              if ((w[l - 1] === 116 && w[l - 2] === 97) || (w[l - 1] === 108 && w[l - 2] === 98) || (w[l - 1] === 122 && w[l - 2] === 105)) {
                // at -> ate   bl -> ble   iz -> ize
                w[l] = 101
                ++l
              } else if (w[l - 2] === w[l - 1] && is_double(w[l - 1])) {
                --l
              } else if (r1 >= l && is_shortv(w, l)) {
                // <shortv> -> e
                w[l] = 101
                ++l
              }
            }
          }
        }
      }
      // Step_1c
      if (l >= 3 && (w[l - 1] === 89 || w[l - 1] === 121)
          && !is_v(w[l - 2]))
        w[l - 1] = 105
      // Step_2
      if (l >= r1 + 2) {
        switch (w[l - 1]) {
          case 108:
            if (l >= r1 + 6 && w[l - 2] === 97 && w[l - 3] === 110 && w[l - 4] === 111 && w[l - 5] === 105 && w[l - 6] === 116) {
              if (l >= 7 && w[l - 7] === 97) {
                if (l >= r1 + 7) {
                  // ational -> ate
                  l -= 4
                  w[l - 1] = 101
                }
              } else {
                l -= 2 // tional -> tion
              }
            }
            break
          case 110:
            if (l >= r1 + 5 && w[l - 2] === 111 && w[l - 3] === 105 && w[l - 4] === 116 && w[l - 5] === 97) {
              if (l >= 7 && w[l - 6] === 122 && w[l - 7] === 105) {
                if (l >= r1 + 7) {
                  // ization -> ize
                  l -= 4
                  w[l - 1] = 101
                }
              } else {
                // ation -> ate
                l -= 2
                w[l - 1] = 101
              }
            }
            break
          case 114:
            if (l >= r1 + 4) {
              if (w[l - 2] === 101) {
                if (w[l - 3] === 122 && w[l - 4] === 105)
                  --l // izer -> ize
              } else if (w[l - 2] === 111) {
                if (w[l - 3] === 116 && w[l - 4] === 97) {
                  --l
                  w[l - 1] = 101
                }
              }
            }
            break
          case 115:
            if (l >= r1 + 7 && w[l - 2] === 115 && w[l - 3] === 101 && w[l - 4] === 110 && (
              (w[l - 5] === 108 && w[l - 6] === 117 && w[l - 7] === 102) || (w[l - 5] === 115 && w[l - 6] === 117 && w[l - 7] === 111) || (w[l - 5] === 101 && w[l - 6] === 118 && w[l - 7] === 105)
            )) {
              l -= 4 // fulness -> ful   ousness -> ous   iveness -> ive
            }
            break
          case 109:
            if (l >= r1 + 5 && w[l - 2] === 115 && w[l - 3] === 105 && w[l - 4] === 108 && w[l - 5] === 97)
              l -= 3 // alism -> al
            break
          case 105:
            if (w[l - 2] === 99) {
              if (l >= r1 + 4 && (w[l - 4] === 101 || w[l - 4] === 97)
                && w[l - 3] === 110) {
                w[l - 1] = 101 // enci -> ence   anci -> ance
              }
            } else if (w[l - 2] === 103) {
              if (l >= r1 + 3 && l >= 4 && w[l - 2] === 103 && w[l - 3] === 111 && w[l - 4] === 108)
                --l // ogi -> og (if preceded by l)
            } else if (w[l - 2] === 116) {
              if (l >= r1 + 5 && w[l - 3] === 105) {
                if (w[l - 4] === 108) {
                  if (l >= 6 && w[l - 5] === 105 && w[l - 6] === 98) {
                    if (l >= r1 + 6) {
                      // biliti -> ble
                      l -= 3
                      w[l - 2] = 108
                      w[l - 1] = 101
                    }
                  } else if (w[l - 4] === 108 && w[l - 5] === 97) {
                    l -= 3 // aliti -> al
                  }
                } else if (w[l - 4] === 118 && w[l - 5] === 105) {
                  // iviti -> ive
                  l -= 2
                  w[l - 1] = 101
                }
              }
            } else if (w[l - 2] === 108 && l >= 3) {
              if (w[l - 3] === 98) {
                if (l >= 4 && w[l - 4] === 97) {
                  if (l >= r1 + 4)
                    w[l - 1] = 101 // abli -> able
                } else if (l >= r1 + 3) {
                  w[l - 1] = 101 // bli -> ble
                }
              } else {
                // Remove li
                if (w[l - 3] === 108) {
                  if (l >= 5 && w[l - 4] === 117 && w[l - 5] === 102) {
                    if (l >= r1 + 5) l -= 2 // fulli -> ful
                  } else if (l >= r1 + 4 && w[l - 4] === 97) {
                    l -= 2 // alli -> al
                  }
                } else if (w[l - 3] === 115) {
                  if (l >= 6 && w[l - 4] === 115 && w[l - 5] === 101 && w[l - 6] === 108) {
                    if (l >= r1 + 6)
                      l -= 2 // lessli -> less
                  } else if (l >= r1 + 5 && w[l - 4] === 117 && w[l - 5] === 111) {
                    l -= 2 // ousli -> ous
                  }
                } else if (l >= 5 && w[l - 3] === 116 && w[l - 4] === 110 && w[l - 5] === 101) {
                  if (l >= r1 + 5)
                    l -= 2 // entli -> ent
                } else if (is_valid_li(w[l - 3])) {
                  l -= 2
                }
              }
            }
        }
      }
      // Step_3
      if (l >= r1 + 3) {
        switch (w[l - 1]) {
          case 108:
            if (w[l - 3] === 99) {
              if (l >= r1 + 4 && w[l - 4] === 105 && w[l - 2] === 97)
                l -= 2 // ical -> ic
            } else if (w[l - 3] === 102) {
              if (w[l - 2] === 117)
                l -= 3 // ful -> <delete>
            } else if (w[l - 3] === 110) {
              if (l >= r1 + 6 && w[l - 2] === 97 && w[l - 4] === 111 && w[l - 5] === 105 && w[l - 6] === 116) {
                if (l >= 7 && w[l - 7] === 97) {
                  if (l >= r1 + 7) {
                    // ational -> ate
                    l -= 4
                    w[l - 1] = 101
                  }
                } else {
                  l -= 2 // tional -> tion
                }
              }
            }
            break
          case 101:
            if (w[l - 2] === 122) {
              if (l >= r1 + 5 && w[l - 3] === 105 && w[l - 4] === 108 && w[l - 5] === 97)
                l -= 3 // alize -> al
            } else if (w[l - 2] === 116) {
              if (l >= r1 + 5 && w[l - 3] === 97 && w[l - 4] === 99 && w[l - 5] === 105)
                l -= 3 // icate -> ic
            } else if (w[l - 2] === 118) {
              if (l >= r2 + 5 && w[l - 3] === 105 && w[l - 4] === 116 && w[l - 5] === 97)
                l -= 5 // ative -> <delete> (if in R2)
            }
            break
          case 105:
            if (l >= r1 + 5 && w[l - 2] === 116 && w[l - 3] === 105 && w[l - 4] === 99 && w[l - 5] === 105)
              l -= 3 // iciti -> ic
            break
          case 115:
            if (l >= r1 + 4 && w[l - 2] === 115 && w[l - 3] === 101 && w[l - 4] === 110)
              l -= 4 // ness -> <delete>
        }
      }
      // Step_4
      if (l >= r2 + 2) {
        switch (w[l - 1]) {
          case 110:
            if (l >= r2 + 3 && w[l - 2] === 111 && w[l - 3] === 105 && (w[l - 4] === 115 || w[l - 4] === 116))
              l -= 3 // ion -> <delete> (if preceded by s or t)
            break
          case 108:
            if (w[l - 2] === 97)
              l -= 2 // al
            break
          case 114:
            if (w[l - 2] === 101)
              l -= 2 // er
            break
          case 99:
            if (w[l - 2] === 105)
              l -= 2 // ic
            break
          case 109:
            if (l >= r2 + 3 && w[l - 2] === 115 && w[l - 3] === 105)
              l -= 3 // ism
            break
          case 105:
            if (l >= r2 + 3 && w[l - 2] === 116 && w[l - 3] === 105)
              l -= 3 // iti
            break
          case 115:
            if (l >= r2 + 3 && w[l - 2] === 117 && w[l - 3] === 111)
              l -= 3 // ous
            break
          case 116:
            if (l >= r2 + 3 && w[l - 2] === 110) {
              if (w[l - 3] === 97) {
                l -= 3 // ant
              } else if (w[l - 3] === 101) {
                if (l >= 4 && w[l - 4] === 109) {
                  if (l >= 5 && w[l - 5] === 101) {
                    if (l >= r2 + 5)
                      l -= 5 // ement
                  } else if (l >= r2 + 4) {
                    l -= 4 // ment
                  }
                } else {
                  l -= 3 // ent
                }
              }
            }
            break
          case 101:
            if (w[l - 2] === 99) {
              if (l >= r2 + 4 && w[l - 3] === 110
                  && (w[l - 4] === 97 || w[l - 4] === 101))
                l -= 4 // ance  ence
            } else if (w[l - 2] === 108) {
              if (l >= r2 + 4 && w[l - 3] === 98
                  && (w[l - 4] === 97 || w[l - 4] === 105))
                l -= 4 // able  ible
            } else if (w[l - 2] === 116) {
              if (l >= r2 + 3 && w[l - 3] === 97)
                l -= 3 // ate
            } else if (l >= r2 + 3
                       && (w[l - 2] === 118 || w[l - 2] === 122) && w[l - 3] === 105) {
              l -= 3 // ive  ize
            }
        }
      }
      // Step_5
      if (
        l >= r1 + 1 && // r1 is >= 1
        ((l >= r2 + 1 && w[l - 1] === 108 && w[l - 2] === 108)
        || w[l - 1] === 101 && (l >= r2 + 1 || !is_shortv(w, l - 1)))
      )
        --l
      var out = ''
      if (y_found) {
        for (var i = 0; i < l; ++i) {
          out += String.fromCharCode(w[i] === 89 ? 121 : w[i])
        }
      } else {
        for (var i = 0; i < l; ++i)
          // out += w[i]
          out += String.fromCharCode(w[i])
      }
      return out
    }
    return stem
  })()

  return { fold, folded, stems, words, tokens, names, isParticle: (form) => PARTICLES.has(form) }
})
