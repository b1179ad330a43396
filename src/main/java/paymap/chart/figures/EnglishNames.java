package paymap.chart.figures;

import java.util.HashMap;
import java.util.Map;
import paymap.job.City;

/** English names of cities: those that can be asked for, all other prefectures, and large counties that job sites list. */
public final class EnglishNames {

    /** Pairs of the bare Chinese name, as rows have it, and the English one; {@code _} is a space. */
    private static final String MORE = """
            唐山 Tangshan 秦皇岛 Qinhuangdao 邯郸 Handan 邢台 Xingtai 保定 Baoding 张家口 Zhangjiakou 承德 Chengde 沧州 Cangzhou
            廊坊 Langfang 衡水 Hengshui 雄安 Xiong'an 大同 Datong 阳泉 Yangquan 长治 Changzhi 晋城 Jincheng 朔州 Shuozhou
            晋中 Jinzhong 运城 Yuncheng 忻州 Xinzhou 临汾 Linfen 吕梁 Lüliang 包头 Baotou 乌海 Wuhai 赤峰 Chifeng 通辽 Tongliao
            鄂尔多斯 Ordos 呼伦贝尔 Hulunbuir 巴彦淖尔 Bayannur 乌兰察布 Ulanqab 兴安 Hinggan 兴安盟 Hinggan 锡林郭勒 Xilingol 锡林郭勒盟 Xilingol 阿拉善 Alxa 阿拉善盟 Alxa
            鞍山 Anshan 抚顺 Fushun 本溪 Benxi 丹东 Dandong 锦州 Jinzhou 营口 Yingkou 阜新 Fuxin 辽阳 Liaoyang 盘锦 Panjin
            铁岭 Tieling 朝阳 Chaoyang 葫芦岛 Huludao 吉林 Jilin 四平 Siping 辽源 Liaoyuan 通化 Tonghua 白山 Baishan 松原 Songyuan
            白城 Baicheng 延边 Yanbian 延边朝鲜族自治州 Yanbian 齐齐哈尔 Qiqihar 鸡西 Jixi 鹤岗 Hegang 双鸭山 Shuangyashan 大庆 Daqing
            伊春 Yichun 佳木斯 Jiamusi 七台河 Qitaihe 牡丹江 Mudanjiang 黑河 Heihe 绥化 Suihua 大兴安岭 Daxing'anling
            大兴安岭地区 Daxing'anling 徐州 Xuzhou 连云港 Lianyungang 淮安 Huai'an 盐城 Yancheng 扬州 Yangzhou 镇江 Zhenjiang
            泰州 Taizhou 宿迁 Suqian 湖州 Huzhou 绍兴 Shaoxing 金华 Jinhua 衢州 Quzhou 舟山 Zhoushan 台州 Taizhou 丽水 Lishui
            芜湖 Wuhu 蚌埠 Bengbu 淮南 Huainan 马鞍山 Ma'anshan 淮北 Huaibei 铜陵 Tongling 安庆 Anqing 黄山 Huangshan
            滁州 Chuzhou 阜阳 Fuyang 宿州 Suzhou_(Anhui) 六安 Lu'an 亳州 Bozhou 池州 Chizhou 宣城 Xuancheng 莆田 Putian 三明 Sanming
            泉州 Quanzhou 漳州 Zhangzhou 南平 Nanping 龙岩 Longyan 宁德 Ningde 景德镇 Jingdezhen 萍乡 Pingxiang 九江 Jiujiang
            新余 Xinyu 鹰潭 Yingtan 赣州 Ganzhou 吉安 Ji'an 宜春 Yichun 抚州 Fuzhou_(Jiangxi) 上饶 Shangrao 淄博 Zibo
            枣庄 Zaozhuang 东营 Dongying 烟台 Yantai 潍坊 Weifang 济宁 Jining 泰安 Tai'an 威海 Weihai 日照 Rizhao 莱芜 Laiwu
            临沂 Linyi 德州 Dezhou 聊城 Liaocheng 滨州 Binzhou 菏泽 Heze 开封 Kaifeng 洛阳 Luoyang 平顶山 Pingdingshan 安阳 Anyang
            鹤壁 Hebi 新乡 Xinxiang 焦作 Jiaozuo 濮阳 Puyang 许昌 Xuchang 漯河 Luohe 三门峡 Sanmenxia 南阳 Nanyang 商丘 Shangqiu
            信阳 Xinyang 周口 Zhoukou 驻马店 Zhumadian 济源 Jiyuan 黄石 Huangshi 十堰 Shiyan 宜昌 Yichang 襄阳 Xiangyang 鄂州 Ezhou
            荆门 Jingmen 孝感 Xiaogan 荆州 Jingzhou 黄冈 Huanggang 咸宁 Xianning 随州 Suizhou 恩施 Enshi 恩施土家族苗族自治州 Enshi
            仙桃 Xiantao 潜江 Qianjiang 天门 Tianmen 神农架 Shennongjia 株洲 Zhuzhou 湘潭 Xiangtan 衡阳 Hengyang 邵阳 Shaoyang
            岳阳 Yueyang 常德 Changde 张家界 Zhangjiajie 益阳 Yiyang 郴州 Chenzhou 永州 Yongzhou 怀化 Huaihua 娄底 Loudi 湘西 Xiangxi
            湘西土家族苗族自治州 Xiangxi 韶关 Shaoguan 汕头 Shantou 江门 Jiangmen 湛江 Zhanjiang 茂名 Maoming 肇庆 Zhaoqing
            梅州 Meizhou 汕尾 Shanwei 河源 Heyuan 阳江 Yangjiang 清远 Qingyuan 潮州 Chaozhou 揭阳 Jieyang 云浮 Yunfu 柳州 Liuzhou
            桂林 Guilin 梧州 Wuzhou 北海 Beihai 防城港 Fangchenggang 钦州 Qinzhou 贵港 Guigang 玉林 Yulin 百色 Baise 贺州 Hezhou
            河池 Hechi 来宾 Laibin 崇左 Chongzuo 三亚 Sanya 三沙 Sansha 儋州 Danzhou 自贡 Zigong 攀枝花 Panzhihua 泸州 Luzhou
            德阳 Deyang 绵阳 Mianyang 广元 Guangyuan 遂宁 Suining 内江 Neijiang 乐山 Leshan 南充 Nanchong 眉山 Meishan 宜宾 Yibin
            广安 Guang'an 达州 Dazhou 雅安 Ya'an 巴中 Bazhong 资阳 Ziyang 阿坝 Aba 阿坝藏族羌族自治州 Aba 甘孜 Garze 甘孜藏族自治州 Garze
            凉山 Liangshan 凉山彝族自治州 Liangshan 六盘水 Liupanshui 遵义 Zunyi 安顺 Anshun 毕节 Bijie 铜仁 Tongren 黔西南 Qianxinan
            黔西南布依族苗族自治州 Qianxinan 黔东南 Qiandongnan 黔东南苗族侗族自治州 Qiandongnan 黔南 Qiannan 黔南布依族苗族自治州 Qiannan
            曲靖 Qujing 玉溪 Yuxi 保山 Baoshan 昭通 Zhaotong 丽江 Lijiang 普洱 Pu'er 临沧 Lincang 楚雄 Chuxiong 楚雄彝族自治州 Chuxiong
            红河 Honghe 红河哈尼族彝族自治州 Honghe 文山 Wenshan 文山壮族苗族自治州 Wenshan 西双版纳 Xishuangbanna
            西双版纳傣族自治州 Xishuangbanna 大理 Dali 大理白族自治州 Dali 德宏 Dehong 德宏傣族景颇族自治州 Dehong 怒江 Nujiang
            怒江傈僳族自治州 Nujiang 迪庆 Diqing 迪庆藏族自治州 Diqing 拉萨 Lhasa 日喀则 Shigatse 昌都 Qamdo 林芝 Nyingchi 山南 Shannan
            那曲 Nagqu 阿里 Ngari 阿里地区 Ngari 铜川 Tongchuan 宝鸡 Baoji 咸阳 Xianyang 渭南 Weinan 延安 Yan'an 汉中 Hanzhong
            榆林 Yulin_(Shaanxi) 安康 Ankang 商洛 Shangluo 嘉峪关 Jiayuguan 金昌 Jinchang 白银 Baiyin 天水 Tianshui 武威 Wuwei
            张掖 Zhangye 平凉 Pingliang 酒泉 Jiuquan 庆阳 Qingyang 定西 Dingxi 陇南 Longnan 临夏 Linxia 临夏回族自治州 Linxia 甘南 Gannan
            甘南藏族自治州 Gannan 西宁 Xining 海东 Haidong 海北 Haibei 海北藏族自治州 Haibei 黄南 Huangnan 黄南藏族自治州 Huangnan 海南州 Hainan
            海南藏族自治州 Hainan 果洛 Golog 果洛藏族自治州 Golog 玉树 Yushu 玉树藏族自治州 Yushu 海西 Haixi 海西蒙古族藏族自治州 Haixi
            银川 Yinchuan 石嘴山 Shizuishan 吴忠 Wuzhong 固原 Guyuan 中卫 Zhongwei 克拉玛依 Karamay 吐鲁番 Turpan 哈密 Hami
            昌吉 Changji 昌吉回族自治州 Changji 博尔塔拉 Bortala 博尔塔拉蒙古自治州 Bortala 巴音郭楞 Bayingolin 巴音郭楞蒙古自治州 Bayingolin
            阿克苏 Aksu 阿克苏地区 Aksu 克孜勒苏 Kizilsu 克孜勒苏柯尔克孜自治州 Kizilsu 喀什 Kashgar 喀什地区 Kashgar 和田 Hotan 和田地区 Hotan
            伊犁 Ili 伊犁哈萨克自治州 Ili 塔城 Tacheng 塔城地区 Tacheng 阿勒泰 Altay 阿勒泰地区 Altay 石河子 Shihezi 阿拉尔 Aral
            图木舒克 Tumxuk 五家渠 Wujiaqu 北屯 Beitun 铁门关 Tiemenguan 双河 Shuanghe 可克达拉 Kokdala 昆玉 Kunyu 胡杨河 Huyanghe
            香港 Hong_Kong 澳门 Macau 台北 Taipei 新北 New_Taipei 桃园 Taoyuan 台中 Taichung 台南 Tainan 高雄 Kaohsiung 新竹 Hsinchu
            昆山 Kunshan 常熟 Changshu 张家港 Zhangjiagang 太仓 Taicang 江阴 Jiangyin 宜兴 Yixing 丹阳 Danyang 靖江 Jingjiang
            泰兴 Taixing 如皋 Rugao 海门 Haimen 启东 Qidong 义乌 Yiwu 慈溪 Cixi 余姚 Yuyao 海宁 Haining 桐乡 Tongxiang 诸暨 Zhuji
            乐清 Yueqing 瑞安 Rui'an 温岭 Wenling 永康 Yongkang 东阳 Dongyang 晋江 Jinjiang 石狮 Shishi 福清 Fuqing 胶州 Jiaozhou
            龙口 Longkou 寿光 Shouguang 浏阳 Liuyang 都江堰 Dujiangyan 满洲里 Manzhouli 琼海 Qionghai 文昌 Wenchang 万宁 Wanning
            """;

    private static final Map<String, String> NAMES = names();

    private EnglishNames() {}

    /** Its English name, e.g. Beijing, Xi'an, Guilin; a name we do not know stays as it is. */
    public static String of(String chinese) {
        return NAMES.getOrDefault(chinese, City.english(chinese));
    }

    private static Map<String, String> names() {
        String[] words = MORE.strip().split("\\s+");
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            names.put(words[i], words[i + 1].replace('_', ' '));
        }
        return Map.copyOf(names);
    }
}
