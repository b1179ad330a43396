package paymap.job;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places that boards list as cities, by their short names: those of {@link City#ALL}, Hong Kong, Macao and
 * Taiwan's cities, and the county towns that 51job and Liepin list like cities.
 */
final class ChinesePlaces {

    /** Beside the mainland's: places that stand for themselves on boards, and those that were merged into others. */
    private static final String OTHERS = """
            香港 澳门 台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义 杨凌 西咸新区 巢湖 莱芜 襄樊""";

    private static final String COUNTY_TOWNS = """
            燕郊 三河 涿州 迁安 任丘 辛集 定州 满洲里 二连浩特 瓦房店 庄河 海城 公主岭 延吉 珲春 绥芬河
            昆山 常熟 张家港 太仓 江阴 宜兴 靖江 泰兴 丹阳 句容 扬中 溧阳 启东 海门 如皋 海安 东台 仪征 高邮 邳州 新沂
            义乌 东阳 永康 慈溪 余姚 海宁 桐乡 平湖 嘉善 海盐 德清 长兴 安吉 诸暨 嵊州 上虞 乐清 瑞安 温岭 临海 玉环
            晋江 石狮 南安 福清 长乐 龙海 福安 武夷山 天长 桐城 界首 丰城 瑞金
            章丘 即墨 胶州 平度 莱西 龙口 莱州 招远 蓬莱 诸城 寿光 青州 高密 滕州 邹城 曲阜 荣成 乳山 新泰 肥城 邹平
            巩义 新郑 荥阳 登封 禹州 长葛 邓州 永城 项城 林州 大冶 宜都 枝江 当阳 枣阳 宜城 麻城 赤壁 汉川 钟祥
            浏阳 宁乡 醴陵 湘乡 耒阳 增城 从化 开平 鹤山 台山 恩平 高州 化州 普宁 英德 四会 北流 桂平 东兴 凭祥
            简阳 都江堰 彭州 崇州 邛崃 江油 峨眉山 西昌 阆中 仁怀 凯里 都匀 兴义 安宁 个旧 蒙自 景洪 瑞丽 腾冲
            韩城 兴平 神木 彬州 敦煌 玉门 格尔木 德令哈 灵武 库尔勒 伊宁 奎屯 阜康 霍尔果斯""";

    static final Set<String> KNOWN = Stream.concat(
                    City.ALL.stream().map(City::chinese),
                    Stream.of(OTHERS, COUNTY_TOWNS).flatMap(names -> Stream.of(names.split("\\s+"))))
            .collect(Collectors.toUnmodifiableSet());

    private ChinesePlaces() {}
}
