"""Writes CNIPA trademark tables of any size with invented rows, for measuring and by hand.

    trademarks.py FOLDER MEGABYTES      seven .csv in UTF-8, and the same as .xls (tabs, GB18030); rows repeat
    trademarks.py FOLDER --marks NUMBER  so many marks, each with a row of the table of marks and one of the
                                         holders; one in fifty is of 宿州
"""
import os
import random
import sys

HOLDERS = ["宿州市埇桥区向阳农产品专业合作社", "安徽云山食品有限公司", "砀山县果园镇梨业有限责任公司",
           "李梓轩", "灵璧县奇石文化发展股份有限公司", "North Harbour Trading Co. Ltd"]
PLACES = ["安徽省宿州市埇桥区汴河中路88号", "安徽省宿州市砀山县经济开发区光明路与青年路交叉口向东200米",
          "浙江省义乌市稠城街道江滨西路88号2单元301室", "北京市朝阳区建国路88号院9号楼12层1507"]
WORDS = "云山海天福瑞祥和安康美佳鑫源隆盛金银玉兰梅竹松柏春夏秋冬东西南北中华泰丰"
GOODS = ["服装", "鞋", "计算机软件（已录制）", "以谷物为主的零食小吃", "新鲜梨", "观赏石", "替他人推销",
         "未加工的农产品；植物种子；活动物", "人用药；医用营养品；婴儿食品", "软件即服务（SaaS）"]
HEADERS = {
    "注册商标基本信息": "注册号/申请号,国际分类,申请日期,商标名称,商标类型,代理机构代码,初审公告期号,初审公告日期,注册公告期号,"
    "注册公告日期,专用期开始日期,专用期结束日期,专用有效期,商标设计说明,商标颜色说明,放弃专用权说明,是否立体商标,是否共有申请,"
    "商标形态,地理标志信息,颜色标志,是否驰名商标",
    "商标注册人信息": "注册号/申请号,国际分类,注册人中文名称,注册人外文名称,注册人中文地址,注册人英文地址",
    "注册商标商品服务信息": "注册号/申请号,国际分类,类似群,商品序号,商品中文名称,商品状态",
    "注册商标共有人信息": "注册号/申请号,共有人中文名称,共有人英文文名称,共有人中文地址,共有人英文地址",
    "注册商标优先权信息": "注册号/申请号,国际分类,优先权编号,优先权种类,优先权日期,优先权商品,优先权国家/地区",
    "国际注册基本信息": "注册号/申请号,国际注册号,国际注册日期,国际通知日期,国际申请语种,国际申请类型,国际公告期号,国际公告日期,"
    "后期指定日期,基础注册日期",
    "商标代理机构信息": "代理机构代码,代理机构名称",
}


def row(table, number, r):
    mark = str(number)
    cls = str(r.randint(1, 45))
    day = f"{r.randint(1990, 2024)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}"
    if table == "注册商标基本信息":
        name = "".join(r.choice(WORDS) for _ in range(r.choice([2, 3, 3, 3, 3, 4])))
        year = int(day[:4]) + 1
        start, end = f"{year}-07-07", f"{year + 10}-07-06"
        return [mark, cls, day, name + r.choice(["", "", "", "及图"]), r.choice(["一般"] * 20 + ["集体", "证明"]),
                str(r.randint(10000, 99999)), str(r.randint(300, 1900)), f"{year}-04-06",
                str(r.randint(300, 1900)), start, start, end, f"{start}至{end}", "", "", "", "否", "否",
                "", "", "", "否"]
    if table == "商标注册人信息":
        return [mark, cls, r.choice(HOLDERS), "", r.choice(PLACES), ""]
    if table == "注册商标商品服务信息":
        return [mark, cls, f"{int(cls):02}{r.randint(1, 30):02}", str(r.randint(1, 30)), r.choice(GOODS),
                r.choice(["", "有效", "有效", "删除"])]
    if table == "注册商标共有人信息":
        return [mark, r.choice(HOLDERS), "", r.choice(PLACES), ""]
    if table == "注册商标优先权信息":
        return [mark, cls, f"{number % 1000000:08}", "1", day, r.choice(GOODS), r.choice(["美国", "德国"])]
    if table == "国际注册基本信息":
        return ["G" + mark, mark, day, day, "英文", "议定书", f"{day[:4]}/12", day, "", day]
    return [str(number % 100000), r.choice(HOLDERS)]


def main(folder, megabytes):
    os.makedirs(folder, exist_ok=True)
    for seed, (table, header) in enumerate(HEADERS.items()):
        r = random.Random(seed)
        lines = [row(table, 10_000_000 + i, r) for i in range(20_000)]
        for name, separator, encoding, mark in [
                (".csv", ",", "utf-8", b"\xef\xbb\xbf"), (".xls", "\t", "gb18030", b"")]:
            body = "".join(separator.join(line) + "\r\n" for line in lines).encode(encoding)
            with open(os.path.join(folder, table + name), "wb") as file:
                file.write(mark + header.replace(",", separator).encode(encoding) + b"\r\n")
                for _ in range(megabytes * 1_000_000 // len(body) + 1):
                    file.write(body)


def marks(folder, count):
    os.makedirs(folder, exist_ok=True)
    r = random.Random(7)
    tables = ["注册商标基本信息", "商标注册人信息"]
    basic, holders = [
        open(os.path.join(folder, table + ".csv"), "w", encoding="utf-8-sig", newline="") for table in tables]
    with basic, holders:
        for table, file in zip(tables, [basic, holders]):
            file.write(HEADERS[table] + "\r\n")
        for number in range(10_000_000, 10_000_000 + count):
            mark = row(tables[0], number, r)
            place = r.choice(PLACES[:2] if r.randrange(50) == 0 else PLACES[2:])
            basic.write(",".join(mark) + "\r\n")
            holders.write(",".join([mark[0], mark[1], r.choice(HOLDERS), "", place, ""]) + "\r\n")


if sys.argv[2] == "--marks":
    marks(sys.argv[1], int(sys.argv[3]))
else:
    main(sys.argv[1], int(sys.argv[2]))
