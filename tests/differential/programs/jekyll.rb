# ruby jekyll.rb FOLDER CASES.json: what Jekyll's reader makes of each post, alone in a site.
require "base64"
require "fileutils"
require "json"
require "tmpdir"
require "jekyll"

Jekyll.logger.log_level = :error
$stderr = File.open(File::NULL, "w")

def read_site(folder)
  settings = { "source" => folder, "destination" => "#{folder}/_site", "quiet" => true, "disable_disk_cache" => true }
  site = Jekyll::Site.new(Jekyll::Configuration.from(settings))
  site.read
  site
end

def answer(site)
  post = site.posts.docs.first
  return { "status" => "left-out" } if post.nil?

  date = post.data["date"].to_time
  named = Time.parse("2019-03-04").utc
  is_own = (date - site.time).abs > 60 && date.utc != named
  title = post.data["title"]
  # JSON has neither
  title = title.to_s if title.is_a?(Float) && !title.finite?
  title = nil if title == Jekyll::Utils.titleize_slug(post.data["slug"].to_s)
  { "status" => "published", "title" => title, "date" => is_own ? date.utc.iso8601(3) : nil }
end

answers = JSON.parse(File.read(ARGV[1])).map do |one|
  Dir.mktmpdir("postlint-jekyll-") do |folder|
    FileUtils.mkdir_p("#{folder}/_posts")
    File.binwrite("#{folder}/_posts/#{one["file"]}", Base64.decode64(one["b64"]))
    begin
      answer(read_site(folder)).merge("name" => one["name"])
    rescue StandardError, SyntaxError
      { "name" => one["name"], "status" => "build-fails" }
    end
  end
end
print "\n", JSON.generate(answers)
