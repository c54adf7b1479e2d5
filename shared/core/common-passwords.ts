/**
 * Words that most often stand at the heart of a password, in this country and elsewhere, by how soon they are tried.
 * With digits or marks around them, or with @ for a, they are no better: see `password-guesses.ts`.
 */
const words = `
password woaini qwerty admin iloveyou woaiwojia abc test welcome root administrator master hello letmein monkey dragon
sunshine princess football baseball superman batman shadow michael jordan charlie jessica jennifer michelle ashley daniel
trustno passwd pass passw pwd mima wodemima mimashi user guest demo login super secret default changeme access system
computer internet server windows microsoft google apple android iphone samsung huawei xiaomi alibaba taobao tmall jingdong
weixin wechat tencent qq baidu zhifubao alipay douyin weibo
woai aini woaiziji woaimama woaibaba woaini woaiwo iloveu iloveme loveyou lovely love lover forever baby babygirl angel
nihao ninhao zhongguo china beijing shanghai guangzhou shenzhen chengdu wuhan hangzhou nanjing hongkong taiwan
caonima nimei shabi dashabi mmmm laopo laogong baobao baobei xiaobao zhangsan lisi wangwu zhaoliu wangwei zhangwei liwei
liuwei chenwei wangfang lina zhangli wangli wangjing lijun zhangmin zhangjing liujing wanglei lijie zhangjie wangyan
kehu kebu gongsi laoban yewu xiaoshou caiwu shengyi facai gongxi fadacai yibenwanli zhaocaijinbao wanshiruyi
jixiang ruyi pingan jiankang kuaile xingfu shengri sheng qingchun mengxiang tiantian xiaoxiao xiaohei xiaobai xiaoming
customer customers sales business company office boss manager finance money dollar bank account crm book ledger
summer winter spring autumn january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
freedom whatever nothing everything anything someone family friend friends mother father sister brother husband
starwars pokemon naruto gundam hellokitty doraemon pikachu snoopy mickey minecraft warcraft counter liverpool arsenal
chelsea barcelona ronaldo messi kobe lakers yankees cowboys eagles tigers bulldog butterfly flower sunflower rainbow
chocolate cookie banana orange cherry coffee pepper ginger lemon purple yellow silver golden diamond crystal mustang
ferrari porsche mercedes harley corvette thunder phoenix falcon hunter killer ninja samurai wizard matrix merlin magic
hacker qazwsx qazwsxedc zaqwsx zaqxsw asdasd asdqwe qweasd qweasdzxc zxcasd qweqwe zxczxc qwer asdf zxcv wasd
qwertyuiop asdfghjkl zxcvbnm qwertyui asdfgh
aaa aaaa abcd abcde abcdef abcdefg abcabc aabbcc asd qwe zxc aass dearbook tiger lion eagle bird fish cat dog horse
andrew thomas robert william david richard joseph george james john peter anthony nicholas matthew joshua alexander
samantha elizabeth nicole amanda hannah sophie emma olivia victoria natasha veronica barbara maria anna laura
cheese soccer hockey tennis guitar music dance rock piano summer2 star sky moon sun king queen prince lucky happy
smile sweet honey candy sugar cool hot sexy fuck fuckyou asshole bitch pussy please thanks goodluck god jesus christ
heaven faith hope peace power strong blessed legend hero alpha omega delta gamma sigma zero one two three qwertz azerty
`
  .trim()
  .split(/\s+/)

/** Numbers that people take for a password or put behind a word: luck, love (5201314: 我爱你一生一世), rows and patterns. */
const numbers = `
123456 123456789 12345678 1234567890 12345 1234567 1234 123 111111 000000 888888 666666 123123 5201314 1314520 520 1314
88888888 66666666 11111111 00000000 147258369 123321 321 654321 987654321 0123456789 789456123 7758521 1314521 521 520520
521521 168168 168 518 518518 8888 6666 9999 9958 1688 666888 888666 112233 11223344 1122334455 121212 131313 232323 159357
159753 147258 258369 741852963 741852 963852741 456789 456123 789456 789789 456456 147147 135790 246810 13579 24680
1234321 12344321 123654 123987 100200 110110 110120 120110 119119 114514 1024 10086 10010 10000 12306 95588 007 233 2333
666 888 999 777 555 444 333 222 000 111 777777 999999 555555 333333 222222 444444 101010 202020 696969 420 99 88 66 11 00 01 12 123abc abc123
a123456 a12345678 a123456789 123456a 123456789a q123456 qq123456 w123456 z123456 aa123456 abc123456 asd123456 123qwe qwe123
1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 q1w2e3 q1w2e3r4 zaq12wsx zaq1xsw2 123qweasd 123qwe123 1a2b3c 1a2b3c4d
a1b2c3 a1b2c3d4 a1s2d3f4 woaini520 woaini521 woaini1314 woaini5201314 li123456 wang123456 zhang123456
`
  .trim()
  .split(/\s+/)

/** Every piece with its rank from 1: about how many are tried before it. */
export const commonPieces: ReadonlyMap<string, number> = new Map(
  [...numbers, ...words].map((piece, index) => [piece, index + 1] as const).reverse(),
)
